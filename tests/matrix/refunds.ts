import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import AskForRefund from '#refunds/actions/ask_for_refund'
import OpenDispute from '#refunds/actions/open_dispute'
import RequestRefund from '#refunds/actions/request_refund'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { asActor, sharedCorner, makePartner } from '#tests/helpers/marketplace'
import { paidOrder, paidWithoutOrder, tellOfRefund } from '#tests/helpers/refunds'
import type { MatrixRow } from '#tests/matrix/row'

const ADMINS: MatrixRow['allow'] = ['admin', 'senior_admin']
const READERS: MatrixRow['allow'] = ['agent', 'dev', 'senior_dev', ...ADMINS]
const order = { param: 'orderId', missing: newId('order') }

/** A paid order of the caller's; of somebody else's when the caller is no client. */
async function orderOf(caller: TestActor) {
  const client = caller.user.role === 'client' ? caller : await actorOfRole('client')
  return paidOrder({ client })
}

/** A request for money of the caller's; of another partner's when the caller is none. */
async function requestFor(caller: TestActor) {
  const account = caller.user.role === 'partner' ? caller : undefined
  const { partnerId } = await makePartner(await sharedCorner(), {}, account)
  const { client, orderId } = await paidOrder({ lines: [{ partnerId, amount: 10_000 }] })
  const input = { actor: asActor(client), orderId, amount: 1_000, reason: 'It broke' }
  return new AskForRefund().execute(input)
}

/** A refund of somebody's order that the gateway refused. */
async function failedRefund() {
  const { orderId } = await paidOrder()
  const actor = asActor(await actorOfRole('admin'))
  const input = { actor, orderId, amount: 1_000, reason: 'It broke' }
  const refundId = await new RequestRefund().execute(input)
  const { payment_id: paymentId } = await db.from('refunds').where('id', refundId).firstOrFail()
  const { gateway_payment_id: gatewayPaymentId } = await db
    .from('payments')
    .where('id', paymentId)
    .firstOrFail()
  const news = { id: unique('re_'), refundId, gatewayPaymentId, amount: 1_000, currency: 'EUR' }
  await tellOfRefund({ ...news, status: 'failed' })
  return refundId
}

/** The id of a dispute about such an order. */
async function openDispute(caller: TestActor): Promise<string> {
  const { client, orderId, parts } = await orderOf(caller)
  const actor = asActor(client)
  const input = { actor, orderId, partnerOrderId: parts[0].id, reason: 'Not as shown' }
  return (await new OpenDispute().execute(input)).id
}

export const rows: MatrixRow[] = [
  {
    route: 'refunds.requests.store',
    allow: ['client'],
    request: async (caller) => ({
      params: { orderId: (await orderOf(caller)).orderId },
      body: { amount: 1_000, reason: 'It broke' },
    }),
    success: 201,
    object: { ...order, owned: true },
  },
  {
    route: 'refunds.disputes.store',
    allow: ['client'],
    async request(caller) {
      const { orderId, parts } = await orderOf(caller)
      return { params: { orderId }, body: { partnerOrderId: parts[0].id, reason: 'Not as shown' } }
    },
    success: 201,
    object: { ...order, owned: true },
  },
  {
    route: 'refunds.partner.requests.index',
    viewable: true,
    allow: ['partner'],
    async request(caller) {
      await requestFor(caller)
      return { query: { status: 'open' } }
    },
    success: 200,
  },
  {
    route: 'refunds.partner.requests.update',
    allow: ['partner'],
    request: async (caller) => ({
      params: { requestId: (await requestFor(caller)).id },
      body: { decision: 'accept' },
    }),
    success: 200,
    object: { param: 'requestId', missing: newId('request'), owned: true },
  },
  {
    route: 'refunds.staff.refunds.store',
    allow: ADMINS,
    request: async (caller) => ({
      params: { orderId: (await orderOf(caller)).orderId },
      body: { amount: 1_000, reason: 'It broke' },
    }),
    success: 201,
    object: { ...order, owned: false },
  },
  {
    route: 'refunds.staff.refunds.index',
    allow: ADMINS,
    request: async () => ({ query: { status: 'requested' } }),
    success: 200,
  },
  {
    route: 'refunds.staff.refunds.show',
    allow: ADMINS,
    async request(caller) {
      const { orderId } = await orderOf(caller)
      const actor = asActor(await actorOfRole('admin'))
      const input = { actor, orderId, amount: 1_000, reason: 'It broke' }
      return { params: { refundId: await new RequestRefund().execute(input) } }
    },
    success: 200,
    object: { param: 'refundId', missing: newId('refund'), owned: false },
  },
  {
    route: 'refunds.staff.retries.store',
    allow: ADMINS,
    request: async () => ({
      params: { refundId: await failedRefund() },
      body: { reason: 'The account is open again' },
    }),
    success: 201,
    object: { param: 'refundId', missing: newId('refund'), owned: false },
  },
  {
    route: 'refunds.staff.payments.store',
    allow: ADMINS,
    request: async () => ({
      params: { paymentId: (await paidWithoutOrder()).paymentId },
      body: { amount: 1_000, reason: 'Paid twice' },
    }),
    success: 201,
    object: { param: 'paymentId', missing: newId('payment'), owned: false },
  },
  {
    route: 'refunds.staff.requests.index',
    allow: READERS,
    request: async () => ({ query: { status: 'open' } }),
    success: 200,
  },
  {
    route: 'refunds.staff.requests.show',
    allow: READERS,
    request: async (caller) => ({ params: { requestId: (await requestFor(caller)).id } }),
    success: 200,
    object: { param: 'requestId', missing: newId('request'), owned: false },
  },
  {
    route: 'refunds.staff.requests.update',
    allow: ADMINS,
    request: async (caller) => ({
      params: { requestId: (await requestFor(caller)).id },
      body: { decision: 'approve', amount: 500, reason: 'Half of it broke' },
    }),
    success: 200,
    object: { param: 'requestId', missing: newId('request'), owned: false },
  },
  {
    route: 'refunds.staff.disputes.index',
    allow: ADMINS,
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'refunds.staff.disputes.show',
    allow: ADMINS,
    request: async (caller) => ({ params: { disputeId: await openDispute(caller) } }),
    success: 200,
    object: { param: 'disputeId', missing: newId('dispute'), owned: false },
  },
  {
    route: 'refunds.staff.disputes.update',
    allow: ADMINS,
    request: async (caller) => ({
      params: { disputeId: await openDispute(caller) },
      body: { resolution: 'reject', reason: 'It is as shown' },
    }),
    success: 200,
    object: { param: 'disputeId', missing: newId('dispute'), owned: false },
  },
]
