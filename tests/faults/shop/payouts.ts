/*
 * Partners take their money out; two people of the staff approve, and click more than once.
 */
import { MISHAPS } from '#payments/gateways/sandbox_mishaps'
import { inLanes } from '../lanes.js'
import type { Answer, Customer } from './customer.js'
import { SIZE } from './open_shop.js'

export interface Withdrawing {
  /** ids of the withdrawals that were granted */
  withdrawalIds: string[]
  /** answers nobody should get */
  oddities: string[]
}

/** partners who ask at a time */
const AT_ONCE = 8
const CLICKS = 3

const REFUSALS = ['E_WITHDRAWAL_OPEN', 'E_INSUFFICIENT_FUNDS']
const APPROVALS_REFUSED = ['E_SECOND_PERSON_NEEDED', 'E_WITHDRAWAL_STATE']

/**
 * Each partner asks thrice at once for what is available, and both admins approve it, each with many
 * clicks at once.
 */
export async function withdrawAll(
  partners: { customer: Customer; available: number }[],
  admins: Customer[],
  onDone: (count: number) => void
): Promise<Withdrawing> {
  const found: Withdrawing = { withdrawalIds: [], oddities: [] }
  const note = (what: string, answers: Answer[], success: number, refusals: string[]) => {
    for (const { status, code } of answers)
      if (status !== success && !refusals.includes(code ?? ''))
        found.oddities.push(`${what}: ${status} ${code}`)
  }
  let done = 0
  await inLanes(partners, AT_ONCE, async ({ customer, available }, n) => {
    const amount = n % 2 ? available : withEnding(available)
    const wish = { amount, currency: 'EUR' }
    const asked = await clicks(CLICKS, () => customer.post('/partner/withdrawals', wish))
    note('withdrawal', asked, 201, REFUSALS)
    const granted = asked.filter(({ status }) => status === 201).map(({ data }) => data.id)
    if (granted.length > 1) found.oddities.push(`${granted.length} withdrawals at once`)
    found.withdrawalIds.push(...granted)
    onDone(++done)
    for (const id of granted) {
      const approve = (admin: Customer) =>
        admin.put(`/admin/withdrawals/${id}`, { action: 'approve' })
      const answers = await Promise.all(
        admins.map((admin) => clicks(SIZE.clicks, () => approve(admin)))
      )
      note('approval', answers.flat(), 200, APPROVALS_REFUSED)
    }
    onDone(++done)
  })
  return found
}

function clicks(times: number, one: () => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: times }, one))
}

/** The largest amount up to this one that ends so. */
function withEnding(available: number): number {
  const amount = available - (available % 10_000) + MISHAPS.answersNothing
  return amount <= available ? amount : Math.max(1_000, amount - 10_000)
}
