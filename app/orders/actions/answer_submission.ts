import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { RevisionsUsedUp, SubmissionAnswered } from '#orders/errors'
import GetOrder, { type OrderWithParts } from '#orders/queries/get_order'
import type { PartRow } from '#orders/queries/order_parts'
import type { SubmissionRow } from '#orders/queries/submissions_of'
import { advancePart } from '#orders/services/advance_part'
import { lockedPart } from '#orders/services/locked_part'

export interface AnswerSubmissionInput {
  actor: Actor
  orderId: string
  submissionId: string
  decision: 'approve' | 'revise'
  feedback?: string
}

/** A client takes the work of a round, or asks for another one, as often as the package allows. */
export default class AnswerSubmission {
  constructor(private getOrder = new GetOrder()) {}

  /**
   * @throws NotFound when it is not of an own order
   * @throws SubmissionAnswered, RevisionsUsedUp, PartNotMovable (409)
   */
  async execute({ actor, orderId, submissionId, decision, feedback }: AnswerSubmissionInput) {
    return write(async (trx): Promise<OrderWithParts> => {
      await this.getOrder.own(actor, orderId, trx)
      const found = { id: submissionId, order_id: orderId }
      const submission: SubmissionRow | null = await trx.from('submissions').where(found).first()
      if (!submission) throw new NotFound()
      const part = await lockedPart(trx, { id: submission.partner_order_id })
      const status = decision === 'approve' ? 'approved' : 'returned'
      await answer(trx, submissionId, { status, feedback: feedback ?? null })
      const change = { actor, reason: feedback }
      if (decision === 'revise') {
        await useRevision(trx, part)
        await advancePart(trx, part, 'revision_requested', change)
      } else await advancePart(trx, part, 'delivered', change)
      return this.getOrder.own(actor, orderId, trx)
    })
  }
}

async function answer(trx: Transaction, id: string, values: Record<string, unknown>) {
  const open = trx.from('submissions').where({ id, status: 'submitted' })
  if (await changedOne(open, { ...values, answered_at: clock.now() })) return
  const { status } = await trx.from('submissions').where({ id }).select('status').firstOrFail()
  throw new SubmissionAnswered(status)
}

async function useRevision(trx: Transaction, part: PartRow) {
  const left = trx
    .from('partner_orders')
    .where('id', part.id)
    .whereColumn('revisions_used', '<', 'revisions_allowed')
  if (!(await changedOne(left, { revisions_used: trx.raw('revisions_used + 1') })))
    throw new RevisionsUsedUp(part.revisions_allowed)
}
