import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { LinkNotOpen } from '#payments/errors'
import { findLink, type LinkRow } from '#payments/queries/link_rows'
import { closeLink } from '#payments/services/close_link'

/** Nobody is to pay by this link any more. */
export default class CancelLink {
  /** @throws NotFound, LinkNotOpen */
  async execute({ actor, linkId }: { actor: Actor; linkId: string }): Promise<LinkRow> {
    return write(async (trx) => {
      const link = await findLink(linkId, trx)
      if (!(await closeLink(trx, linkId, 'cancelled'))) throw new LinkNotOpen(link.status)
      await recordAudit(trx, {
        actor,
        action: 'payment_link.cancelled',
        subject: { type: 'payment_link', id: linkId },
        before: { status: 'open' },
        after: { status: 'cancelled' },
      })
      return findLink(linkId, trx)
    })
  }
}
