import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { advancePart } from '#orders/services/advance_part'
import { lockedPart } from '#orders/services/locked_part'

/** A client who says nothing has taken the work: a partner does not wait for ever. */
export default class ApproveUnanswered {
  /** @returns false when it was answered meanwhile, is disputed, or not due yet */
  async execute(partId: string): Promise<boolean> {
    return write(async (trx) => {
      const part = await lockedPart(trx, { id: partId })
      // who disputes has answered
      if (part.open_disputes > 0) return false
      const isDue = part.approves_at !== null && Number(part.approves_at) <= clock.now()
      if (part.status !== 'submitted' || !isDue) return false
      await advancePart(trx, part, 'delivered', { reason: 'The client did not answer in time' })
      return true
    })
  }
}
