/*
 * A gateway takes what a bank decides, also when a refund gave the same money back before: then it
 * leaves twice, and nobody but the platform can bear the second time. Of every lost charge-back,
 * what was taken from the payment's shares and what the platform lost add up to its amount.
 */
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { post, type Entry } from '#ledger/services/post'
import type { DisputeRow } from '#refunds/queries/dispute_rows'

/** Books what a charge-back that is lost now took beyond what the payment had left. */
export async function bookLoss(trx: Transaction, dispute: DisputeRow, gateway: string) {
  const lost = Number(dispute.amount) - Number(dispute.booked_amount)
  if (lost <= 0) return
  await setLoss(trx, dispute.id, lost)
  await postLoss(trx, 'dispute_uncovered', dispute, gateway, lost)
}

/** The gateway has changed its mind: what was lost is there again. */
export async function undoLoss(trx: Transaction, dispute: DisputeRow, gateway: string) {
  const lost = Number(dispute.lost_amount)
  if (lost === 0) return
  await setLoss(trx, dispute.id, 0)
  await postLoss(trx, 'dispute_recovered', dispute, gateway, -lost)
}

/**
 * A refund came back after the charge-back was lost, so the client has the money once: the shares
 * bear it now, and the platform has its loss back.
 *
 * @param amount minor units, taken from the shares
 * @returns the entries that balance it
 */
export async function coverLoss(
  trx: Transaction,
  { id, lost_amount: lost }: DisputeRow,
  gateway: string,
  amount: number
): Promise<Entry[]> {
  const covered = Math.min(Number(lost), amount)
  await setLoss(trx, id, Number(lost) - covered)
  return [
    { account: 'fee_expense', amount: covered },
    // of one that was lost before losses were booked
    { account: 'gateway', ownerId: gateway, amount: amount - covered },
  ]
}

async function setLoss(trx: Transaction, id: string, lost: number) {
  const values = { lost_amount: lost, updated_at: clock.now() }
  await trx.from('disputes').where('id', id).update(values)
}

/** @param lost minor units; below zero when they came back */
async function postLoss(
  trx: Transaction,
  kind: string,
  { id, currency }: DisputeRow,
  gateway: string,
  lost: number
) {
  await post(trx, {
    kind,
    refType: 'dispute',
    refId: id,
    currency,
    entries: [
      { account: 'fee_expense', amount: -lost },
      { account: 'gateway', ownerId: gateway, amount: lost },
    ],
  })
}
