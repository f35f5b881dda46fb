import { write } from '#core/database/write'
import { close } from '#impersonation/services/close'
import type { EndReason, Standing } from '#impersonation/services/standing'

/** Ends an impersonation that must not go on; nobody did it. */
export default class CloseImpersonation {
  /** @returns false when it was over before */
  async execute(open: Pick<Standing, 'id' | 'client_id'>, reason: EndReason): Promise<boolean> {
    return write((trx) => close(trx, open, reason, null))
  }
}
