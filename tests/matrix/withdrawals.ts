import { newId } from '#core/support/ids'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import { asActor } from '#tests/helpers/marketplace'
import { richPartner } from '#tests/helpers/money'
import type { MatrixRow } from '#tests/matrix/row'
import type { TestActor } from '#tests/helpers/actors'

const REVIEWERS: MatrixRow['allow'] = ['admin', 'senior_admin']

/** The caller as a partner with money; nothing happens to others. */
async function withMoney(caller: TestActor) {
  if (caller.user.role === 'partner') await richPartner(10_000, 'EUR', caller)
  return {}
}

/** The id of a withdrawal that waits for a decision. */
async function requested(caller?: TestActor): Promise<string> {
  const account = caller?.user.role === 'partner' ? caller : undefined
  const partner = await richPartner(10_000, 'EUR', account)
  const input = { actor: asActor(partner), amount: 2_000, currency: 'EUR' }
  return (await new RequestWithdrawal().execute(input)).id
}

export const rows: MatrixRow[] = [
  {
    route: 'withdrawals.partner.balances.show',
    viewable: true,
    allow: ['partner'],
    request: withMoney,
    success: 200,
  },
  {
    route: 'withdrawals.partner.transactions.index',
    viewable: true,
    allow: ['partner'],
    request: withMoney,
    success: 200,
  },
  {
    route: 'withdrawals.partner.withdrawals.store',
    allow: ['partner'],
    request: async (caller) => ({
      ...(await withMoney(caller)),
      body: { amount: 2_000, currency: 'EUR' },
    }),
    success: 201,
  },
  {
    route: 'withdrawals.partner.withdrawals.index',
    viewable: true,
    hidden: ['destination'],
    allow: ['partner'],
    request: withMoney,
    success: 200,
  },
  {
    route: 'withdrawals.partner.withdrawals.destroy',
    allow: ['partner'],
    request: async (caller) => ({ params: { withdrawalId: await requested(caller) } }),
    success: 200,
    object: { param: 'withdrawalId', missing: newId('withdrawal'), owned: true },
  },
  {
    route: 'withdrawals.staff.balances.show',
    allow: REVIEWERS,
    request: async () => ({ params: { partnerId: (await richPartner(100)).partnerId } }),
    success: 200,
    object: { param: 'partnerId', missing: newId('partner'), owned: false },
  },
  {
    route: 'withdrawals.staff.transactions.index',
    allow: REVIEWERS,
    request: async () => ({ params: { partnerId: (await richPartner(100)).partnerId } }),
    success: 200,
    object: { param: 'partnerId', missing: newId('partner'), owned: false },
  },
  {
    route: 'withdrawals.staff.withdrawals.index',
    allow: REVIEWERS,
    request: async () => ({ query: { status: 'requested' } }),
    success: 200,
  },
  {
    route: 'withdrawals.staff.withdrawals.show',
    allow: REVIEWERS,
    request: async () => ({ params: { withdrawalId: await requested() } }),
    success: 200,
    object: { param: 'withdrawalId', missing: newId('withdrawal'), owned: false },
  },
  {
    route: 'withdrawals.staff.withdrawals.update',
    allow: REVIEWERS,
    request: async () => ({
      params: { withdrawalId: await requested() },
      body: { action: 'approve' },
    }),
    success: 200,
    object: { param: 'withdrawalId', missing: newId('withdrawal'), owned: false },
  },
]
