/*
 * Every state of a withdrawal and everything that somebody can do to it, paid out by a gateway or by
 * hand: what the table allows is done, everything else is refused and moves no money.
 */
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DomainError } from '#core/exceptions/domain_error'
import { swapGateway } from '#payments/gateways/registry'
import ApplyPayout from '#withdrawals/actions/apply_payout'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import CancelWithdrawal from '#withdrawals/actions/cancel_withdrawal'
import HoldWithdrawal from '#withdrawals/actions/hold_withdrawal'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import RetryPayout from '#withdrawals/actions/retry_payout'
import SettleByHand from '#withdrawals/actions/settle_by_hand'
import { WITHDRAWAL_STATUSES, type WithdrawalStatus } from '#withdrawals/services/states'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { asActor, type TestPartner } from '#tests/helpers/marketplace'
import { balanceOf, richPartner, wrongBooks } from '#tests/helpers/money'
import { dropJobs } from '#tests/helpers/outbox'

type State = WithdrawalStatus | 'held' | 'stalled'
type Ends = Partial<Record<State, WithdrawalStatus>>
type Driver = 'sandbox' | 'manual'

const AMOUNT = 4_000

interface Subject {
  id: string
  partner: TestPartner
  admin: TestActor
}

const settle = (action: 'reject' | 'pay' | 'fail') => (it: Subject) =>
  new SettleByHand().execute({
    actor: asActor(it.admin),
    withdrawalId: it.id,
    action,
    reason: 'x',
    ...(action === 'pay' && { reference: unique('SEPA ') }),
  })
const hold = (action: 'hold' | 'release') => (it: Subject) =>
  new HoldWithdrawal().execute({
    actor: asActor(it.admin),
    withdrawalId: it.id,
    action,
    reason: 'x',
  })
/** @throws nothing: news that lead nowhere are no mistake of anybody */
const news = (status: 'pending' | 'paid' | 'failed') => async (it: Subject) => {
  const before = (await rowOf(it.id)).status
  const payout = { id: `po_${it.id}`, withdrawalId: it.id, status, amount: AMOUNT, currency: 'EUR' }
  const after = await new ApplyPayout().execute({ gateway: 'sandbox', payout })
  return after !== before
}

const ACTIONS = {
  approve: (it: Subject) =>
    new ApproveWithdrawal().execute({ actor: asActor(it.admin), withdrawalId: it.id }),
  reject: settle('reject'),
  cancel: (it: Subject) =>
    new CancelWithdrawal().execute({ actor: asActor(it.partner), withdrawalId: it.id }),
  hold: hold('hold'),
  release: hold('release'),
  pay: settle('pay'),
  fail: settle('fail'),
  retry: (it: Subject) =>
    new RetryPayout().execute({ actor: asActor(it.admin), withdrawalId: it.id }),
}
const NEWS = { pending: news('pending'), paid: news('paid'), failed: news('failed') }

type Action = keyof typeof ACTIONS | keyof typeof NEWS

/** What leads to a state, from a request on. */
const LIVES: Record<Driver, Partial<Record<State, Action[]>>> = {
  sandbox: {
    requested: [],
    held: ['hold'],
    approved: ['approve'],
    processing: ['approve', 'pending'],
    stalled: ['approve', 'pending'],
    paid: ['approve', 'paid'],
    rejected: ['reject'],
    cancelled: ['cancel'],
    failed: ['approve', 'failed'],
  },
  manual: {
    requested: [],
    held: ['hold'],
    approved: ['approve'],
    paid: ['approve', 'pay'],
    rejected: ['reject'],
    cancelled: ['cancel'],
    failed: ['approve', 'fail'],
  },
}

const DECISIONS: Partial<Record<Action, Ends>> = {
  approve: { requested: 'approved' },
  reject: { requested: 'rejected', held: 'rejected' },
  cancel: { requested: 'cancelled', held: 'cancelled' },
  hold: { requested: 'requested' },
  release: { held: 'requested' },
}

const ENDS: Record<Driver, Partial<Record<Action, Ends>>> = {
  sandbox: {
    ...DECISIONS,
    retry: { stalled: 'processing' },
    pending: { approved: 'processing' },
    paid: { approved: 'paid', processing: 'paid', stalled: 'paid' },
    // banks send money back days after they took it
    failed: { approved: 'failed', processing: 'failed', stalled: 'failed', paid: 'failed' },
  },
  manual: { ...DECISIONS, pay: { approved: 'paid' }, fail: { approved: 'failed', paid: 'failed' } },
}

/** Which refusals name another thing than the state. */
const STATELESS = ['E_WITHDRAWAL_HELD', 'E_PAID_BY_GATEWAY']

const rowOf = (id: string) => db.from('withdrawals').where({ id }).firstOrFail()

async function footprintOf({ id, partner }: Subject) {
  const row = await rowOf(id)
  delete row.updated_at
  return { row, balance: await balanceOf(partner.partnerId) }
}

/** Where the money is, told by the state alone. */
function balanceAt(status: WithdrawalStatus) {
  const isOut = status === 'paid'
  const isHeld = status === 'requested'
  const isOnItsWay = status === 'approved' || status === 'processing'
  return {
    available: isOut || isHeld || isOnItsWay ? 0 : AMOUNT,
    held: isHeld ? AMOUNT : 0,
    inFlight: isOnItsWay ? AMOUNT : 0,
  }
}

for (const driver of ['sandbox', 'manual'] as const)
  test.group(`every action in every state of a withdrawal (${driver})`, (group) => {
    group.each.setup(() => {
      const gateway = new FakeGateway()
      return swapGateway(
        driver === 'sandbox' ? gateway : Object.assign(gateway, { createPayout: undefined })
      )
    })
    group.each.teardown(() => dropJobs('withdrawals'))

    test('happens where the table says so, and changes nothing elsewhere', async ({ assert }) => {
      const admin = await actorOfRole('admin')
      const actions: Record<string, (it: Subject) => Promise<unknown>> =
        driver === 'sandbox' ? { ...ACTIONS, ...NEWS } : ACTIONS

      async function subjectAt(state: State): Promise<Subject> {
        const partner = await richPartner(AMOUNT)
        const input = { actor: asActor(partner), amount: AMOUNT, currency: 'EUR' }
        const { id } = await new RequestWithdrawal().execute(input)
        const it = { id, partner, admin }
        for (const action of LIVES[driver][state]!) await actions[action](it)
        if (state === 'stalled')
          await db.from('withdrawals').where({ id }).update({ poll_at: null, polls: 40 })
        return it
      }

      const wrong: string[] = []
      const counts = { allowed: 0, refused: 0 }
      const states = Object.keys(LIVES[driver]) as State[]
      for (const state of states) {
        let it = await subjectAt(state)
        for (const [action, act] of Object.entries(actions)) {
          const cell = `${action}, ${state}`
          const end = ENDS[driver][action as Action]?.[state]
          const before = await footprintOf(it)
          const answer = await act(it).catch((error: unknown) => error)
          const after = await footprintOf(it)
          const { status } = after.row
          assert.include(after.balance, balanceAt(status), cell)
          if (end === undefined) {
            counts.refused++
            if (!isRefusal(answer, [state, before.row.status])) wrong.push(`${cell}: ${answer}`)
            assert.deepEqual(after, before, cell)
          } else {
            counts.allowed++
            const isDone = answer !== false && !(answer instanceof Error)
            if (!isDone || status !== end) wrong.push(`${cell}: ${answer}, ${status}`)
            it = await subjectAt(state)
          }
        }
      }
      console.log(`  ${driver}: ${JSON.stringify(counts)} of ${states.length} states`)
      assert.deepEqual(wrong, [])
      assert.includeMembers(
        states,
        WITHDRAWAL_STATUSES.filter((one) => driver === 'sandbox' || one !== 'processing')
      )
      assert.deepEqual(await wrongBooks(), [])
    }).timeout(60_000)
  })

function isRefusal(answer: unknown, states: string[]): boolean {
  if (answer === false) return true
  if (!(answer instanceof DomainError) || answer.status !== 409) return false
  if (STATELESS.includes(answer.code!)) return true
  return states.includes(String(answer.details.state))
}
