/*
 * What happens inside the sandbox: the changes of its own table, each in a transaction of its own,
 * together with the job that will tell Souk of it.
 */
import { randomBytes } from 'node:crypto'
import { changedOne, insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock, MINUTE } from '#core/support/clock'
import { GatewayRefused } from '#payments/errors'
import type { CreateRefund } from '#payments/gateways/gateway'
import { MISHAPS } from '#payments/gateways/sandbox_mishaps'
import type { SandboxObject } from '#payments/gateways/sandbox_objects'

/** What whoever confirms a payment may ask for. */
export const OUTCOMES = ['succeed', 'fail', 'drop', 'hang'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A payment that was told to hang is captured after this time, with a web hook. */
const HANGS_FOR = 10 * MINUTE

const ID_PREFIXES = { payment: 'sbp', refund: 'sbr', payout: 'sbo' }

interface NewObject {
  kind: SandboxObject['kind']
  key: string
  ourId: string
  amount: number
  currency: string
  status: string
  parentId?: string
}

/** `isNew` is false for a call that was made before. */
export interface Added {
  object: SandboxObject
  isNew: boolean
}

/** The same key, the same object. @throws GatewayRefused for a key that was used for something else */
export async function addObject(input: NewObject): Promise<Added> {
  const add = async (trx: Transaction) => {
    const made = await added(trx, input)
    if (input.kind === 'payout') await settleLater(trx, made.object)
    return made
  }
  // forgotten before the caller stored our answer, it is asked for again by the same key
  return write(add, { mayBeLost: true })
}

/** A refund; what was refunded never exceeds what was captured. */
export async function takeBack(input: CreateRefund): Promise<Added> {
  return write(async (trx) => {
    const known = await trx
      .from('sandbox_objects')
      .where({ idempotency_key: keyOf('refund', input.key) })
      .first()
    if (known) return { object: known, isNew: false }
    await reserveOf(trx, input)
    const made = await added(trx, {
      kind: 'refund',
      key: input.key,
      ourId: input.refundId,
      amount: input.amount,
      currency: input.currency,
      status: 'pending',
      parentId: input.gatewayPaymentId,
    })
    await settleLater(trx, made.object)
    return made
  })
}

async function reserveOf(trx: Transaction, { gatewayPaymentId, amount, currency }: CreateRefund) {
  const captured = trx
    .from('sandbox_objects')
    .where({ id: gatewayPaymentId, kind: 'payment', status: 'captured', currency })
    .whereRaw('refunded_amount + ? <= amount', [amount])
  if (!(await changedOne(captured, { refunded_amount: trx.raw('refunded_amount + ?', [amount]) })))
    throw new GatewayRefused('sandbox', 'more than was captured, or nothing was')
}

async function added(trx: Transaction, input: NewObject): Promise<Added> {
  const now = clock.now()
  const key = keyOf(input.kind, input.key)
  const isNew = await insertedOnce(trx, 'sandbox_objects', {
    id: `${ID_PREFIXES[input.kind]}_${randomBytes(12).toString('hex')}`,
    kind: input.kind,
    idempotency_key: key,
    parent_id: input.parentId ?? null,
    our_id: input.ourId,
    amount: input.amount,
    currency: input.currency,
    status: input.status,
    created_at: now,
    updated_at: now,
  })
  const stored = await trx.from('sandbox_objects').where({ idempotency_key: key }).firstOrFail()
  if (Number(stored.amount) !== input.amount || stored.currency !== input.currency)
    throw new GatewayRefused('sandbox', 'this key was used for another amount')
  return { object: stored, isNew }
}

function keyOf(kind: string, key: string): string {
  return `${kind}:${key}`
}

/** Refunds and payouts end by themselves, a moment later. */
async function settleLater(trx: Transaction, { id }: SandboxObject) {
  await outbox.dispatch(
    trx,
    'payments.settle_sandbox_object',
    { id },
    { dedupeKey: `settle:${id}` }
  )
}

/** The card form was filled in: the outcome comes by a job, and by a web hook. */
export async function confirmObject(trx: Transaction, id: string, outcome: Outcome) {
  const availableAt = outcome === 'hang' ? clock.now() + HANGS_FOR : undefined
  if (outcome === 'hang') await move(trx, id, ['requires_action'], 'pending')
  await outbox.dispatch(trx, 'payments.settle_sandbox_object', { id, outcome }, { availableAt })
}

/** Ends what is open. Twice is as good as once. */
export async function settleObject(trx: Transaction, id: string, outcome?: Outcome) {
  const object: SandboxObject | null = await trx.from('sandbox_objects').where({ id }).first()
  if (!object) return
  const mishap = object.kind === 'payment' ? undefined : Number(object.amount) % 10_000
  const fails = outcome === 'fail' || mishap === MISHAPS.fails
  const failure = fails ? (object.kind === 'payment' ? 'card_declined' : 'bank_refused') : null
  const to = fails
    ? 'failed'
    : { payment: 'captured', refund: 'succeeded', payout: 'paid' }[object.kind]
  if (!(await move(trx, id, ['requires_action', 'pending'], to, failure))) return
  if (fails && object.kind === 'refund') await giveBack(trx, object)

  const hooks =
    outcome === 'drop' || mishap === MISHAPS.losesHook ? 0 : mishap === MISHAPS.repeatsHook ? 2 : 1
  for (let sent = 0; sent < hooks; sent++) await tell(trx, id)
}

async function giveBack(trx: Transaction, { parent_id: parentId, amount }: SandboxObject) {
  await trx
    .from('sandbox_objects')
    .where({ id: parentId })
    .update({ refunded_amount: trx.raw('refunded_amount - ?', [amount]) })
}

/** Nobody can pay it any more; what was paid stays paid. */
export async function cancelObject(id: string) {
  await write(async (trx) => {
    if (await move(trx, id, ['requires_action', 'pending'], 'cancelled')) await tell(trx, id)
  })
}

function move(
  trx: Transaction,
  id: string,
  from: string[],
  status: string,
  failure: string | null = null
) {
  const open = trx.from('sandbox_objects').where({ id }).whereIn('status', from)
  return changedOne(open, { status, failure, updated_at: clock.now() })
}

async function tell(trx: Transaction, id: string) {
  await outbox.dispatch(trx, 'payments.deliver_sandbox_event', { id })
}
