/*
 * The bank workload (after Jepsen's): many clients move money at random while somebody keeps adding
 * everything up. At no instant may money appear or vanish, or an account break its floor.
 */
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { DomainError } from '#core/exceptions/domain_error'
import { write } from '#core/database/write'
import { newId } from '#core/support/ids'
import { randomFrom } from '#core/support/random'
import { swapGateway } from '#payments/gateways/registry'
import { creditSettled, debitSettled } from '#ledger/services/partner_money'
import { post, type Entry } from '#ledger/services/post'
import PayOut from '#withdrawals/actions/pay_out'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import SettleByHand from '#withdrawals/actions/settle_by_hand'
import { bookStep } from '#withdrawals/services/books'
import type { Transaction } from '#core/database/write'
import { actorOfRole } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { balanceOf, giveAvailable, richPartner, wrongBooks } from '#tests/helpers/money'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { sized } from '#tests/helpers/sizes'

const OPERATIONS = sized({ full: 5_000, small: 1_000 })
const CLIENTS = 40
const PARTNERS = 20
/** of the operations: with more there would be little to watch */
const MOST_REFUSED = 0.4
/** of a currency that no other test takes, so that its totals are this test's alone */
const CURRENCY = 'ISK'

type Operation = (partnerId: string, amount: number) => Promise<unknown>

const book = (
  kind: string,
  entries: (trx: Transaction) => Promise<Entry[]> | Entry[],
  refId = newId('payment')
) =>
  write(async (trx) =>
    post(trx, { kind, refType: 'test', refId, currency: CURRENCY, entries: await entries(trx) })
  )

const pending = (ownerId: string, amount: number): Entry => ({
  account: 'partner_pending',
  ownerId,
  amount,
})
const onItsWay = (amount: number): Entry => ({ account: 'refund_in_flight', amount })
const atGateway = (amount: number): Entry => ({ account: 'gateway', ownerId: 'test', amount })

const OPERATIONS_OF: Record<string, Operation> = {
  pay: (partner, amount) => {
    const kept = Math.floor(amount / 10)
    return book('payment_captured', () => [
      atGateway(-amount),
      pending(partner, amount - kept),
      { account: 'platform_revenue', amount: kept },
    ])
  },
  settle: (partner, amount) =>
    book('part_settled', async (trx) => [
      pending(partner, -amount),
      ...(await creditSettled(trx, partner, CURRENCY, amount)),
    ]),
  async refund(partner, amount) {
    await book('refund_requested', async (trx) => [
      ...(await debitSettled(trx, partner, CURRENCY, amount)),
      onItsWay(amount),
    ])
    const hasFailed = amount % 3 === 0
    if (!hasFailed) return book('refund_succeeded', () => [onItsWay(-amount), atGateway(amount)])
    return book('refund_failed', async (trx) => [
      onItsWay(-amount),
      ...(await creditSettled(trx, partner, CURRENCY, amount)),
    ])
  },
  async withdraw(partner, amount) {
    const withdrawal = { id: newId('withdrawal'), partner_id: partner, amount, currency: CURRENCY }
    const step = (name: Parameters<typeof bookStep>[1]) =>
      write((trx) => bookStep(trx, name, withdrawal))
    await step('requested')
    if (amount % 4 === 0) return step('rejected')
    await step('approved')
    return step(amount % 5 === 0 ? 'failed' : 'paid')
  },
  /** the same refund, given back twice at once: one of them is booked */
  async reverse(partner, amount) {
    const refId = newId('refund')
    await book(
      'refund_requested',
      async (trx) => [...(await debitSettled(trx, partner, CURRENCY, amount)), onItsWay(amount)],
      refId
    )
    const back = () =>
      book(
        'refund_failed',
        async (trx) => [
          onItsWay(-amount),
          ...(await creditSettled(trx, partner, CURRENCY, amount)),
        ],
        refId
      )
    const booked = await Promise.all([back(), back()])
    if (booked.filter(Boolean).length !== 1) throw new Error('a reversal was booked twice')
  },
}

/** Refused for want of money: that is what floors are for. */
const refused = (error: unknown) => {
  if (error instanceof DomainError && error.code === 'E_INSUFFICIENT_FUNDS') return 'refused'
  throw error
}

/** What does not add up at this instant, in one statement. */
async function audit(): Promise<string[]> {
  const [{ total, broken }] = await db
    .from('ledger_accounts')
    .where('currency', CURRENCY)
    .select(
      db.raw('COALESCE(SUM(balance), 0) AS total'),
      db.raw(
        `COALESCE(SUM(CASE WHEN balance < COALESCE(floor, balance)
           OR balance > COALESCE(ceiling, balance) THEN 1 ELSE 0 END), 0) AS broken`
      )
    )
  const wrong = []
  if (Number(total) !== 0) wrong.push(`the total is ${total}`)
  if (Number(broken) !== 0) wrong.push(`${broken} accounts beyond their limits`)
  return wrong
}

test.group('the bank workload', () => {
  test('never shows a wrong total or a broken floor, whenever anybody looks', async ({
    assert,
  }) => {
    const random = randomFrom(20261121)
    const partners = Array.from({ length: PARTNERS }, () => newId('partner'))
    const names = Object.keys(OPERATIONS_OF)
    const counted: Record<string, number> = { refused: 0 }
    const wrong: string[] = []
    let left = OPERATIONS
    let audits = 0

    const client = async () => {
      while (left-- > 0) {
        const name = names[Math.floor(random() * names.length)]
        const partner = partners[Math.floor(random() * PARTNERS)]
        const amount = 1 + Math.floor(random() * 5_000)
        const outcome = await OPERATIONS_OF[name](partner, amount).catch(refused)
        const key = outcome === 'refused' ? 'refused' : name
        counted[key] = (counted[key] ?? 0) + 1
        if (left % 8 !== 0) continue
        wrong.push(...(await audit()))
        audits++
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))

    console.log(`  ${OPERATIONS} operations, ${audits} audits: ${JSON.stringify(counted)}`)
    assert.deepEqual(wrong, [])
    assert.isAtLeast(audits, OPERATIONS / 10)
    assert.isAtMost(counted.refused, OPERATIONS * MOST_REFUSED)
    assert.deepEqual(await wrongBooks(), [])
  }).timeout(300_000)
})

test.group('withdrawals', (group) => {
  group.each.setup(() => swapGateway(new FakeGateway()))

  test('in mixed rounds never take what is not there', async ({ assert }) => {
    const rounds = sized({ full: 1_000, small: 60 })
    const random = randomFrom(7)
    const admins = [await actorOfRole('admin'), await actorOfRole('senior_admin')].map(asActor)
    const partner = await richPartner(0)
    const actor = asActor(partner)
    const payOut = await app.container.make(PayOut)
    const outcomes: Record<string, number> = {}
    const note = (what: string) => (outcomes[what] = (outcomes[what] ?? 0) + 1)
    const trying = (what: string, work: Promise<unknown>) =>
      work.then(
        () => note(what),
        (error) => {
          if (!(error instanceof DomainError) || (error.status ?? 500) >= 500) throw error
          note(`${what}: ${error.code}`)
        }
      )
    const withdrawalThatIs = async (status: string): Promise<{ id: string } | null> =>
      db.from('withdrawals').where({ partner_id: partner.partnerId, status }).select('id').first()

    for (let round = 0; round < rounds; round++) {
      await giveAvailable(partner.partnerId, 10_000)
      const amount = 5_000 + Math.floor(random() * 5_000)
      const request = () => new RequestWithdrawal().execute({ actor, amount, currency: 'EUR' })
      const waiting = await withdrawalThatIs('requested')
      const approved = await withdrawalThatIs('approved')
      if (approved) await payOut.execute({ withdrawalId: approved.id })
      // another use of the same money: a client takes some of it back
      const taken = write((trx) =>
        post(trx, {
          kind: 'test_refund',
          refType: 'test',
          refId: newId('refund'),
          currency: 'EUR',
          entries: [
            { account: 'partner_available', ownerId: partner.partnerId, amount: -1_000 },
            { account: 'gateway', ownerId: 'sandbox', amount: 1_000 },
          ],
        })
      )
      const decisions = waiting
        ? [
            ...admins.map((admin) =>
              trying(
                'approve',
                new ApproveWithdrawal().execute({ actor: admin, withdrawalId: waiting.id })
              )
            ),
            ...(random() < 0.5
              ? [
                  trying(
                    'reject',
                    new SettleByHand().execute({
                      actor: admins[0],
                      withdrawalId: waiting.id,
                      action: 'reject',
                      reason: 'not now',
                    })
                  ),
                ]
              : []),
          ]
        : []
      await Promise.all([
        ...Array.from({ length: 3 }, () => trying('request', request())),
        trying('refund', taken),
        ...decisions,
      ])
      const { available, held } = await balanceOf(partner.partnerId)
      if (available < 0 || held < 0) assert.fail(`round ${round}: ${available}, ${held}`)
    }
    console.log(`  ${rounds} rounds: ${JSON.stringify(outcomes)}`)
    assert.isAbove(outcomes.request, 0)
    assert.isAbove(outcomes.approve, 0)
    assert.deepEqual(await wrongBooks(), [])
  }).timeout(300_000)
})
