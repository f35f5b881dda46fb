import db from '@adonisjs/lucid/services/db'
import RenderInvoice from '#orders/listeners/render_invoice'
import AdvanceOrder from '#orders/actions/advance_order'
import SubmitWork from '#orders/actions/submit_work'
import { storePdf } from '#core/files/store'
import { newId } from '#core/support/ids'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { asActor, sharedCorner, makePartner } from '#tests/helpers/marketplace'
import { fillCart, placeOrder, placePaidOrder } from '#tests/helpers/shopping'
import { pdf } from '#tests/helpers/uploads'
import type { MatrixRow } from '#tests/matrix/row'

const OWNERS: MatrixRow['allow'] = ['client', 'partner']
const order = { param: 'orderId', missing: newId('order'), owned: OWNERS }

/** An order of the caller's: placed by a client, or with a part of the partner's. */
async function orderOf(caller: TestActor) {
  const { role } = caller.user
  const partner =
    role === 'partner' ? await makePartner(await sharedCorner(), {}, caller) : undefined
  const { variantId } = await makeListing({ partner })
  const buyer = role === 'client' ? caller : await actorOfRole('client')
  const { orderId } = await placeOrder([variantId], buyer)
  return { params: { orderId } }
}

/** A fresh paid order of the caller's, with its only part. */
async function paidOrderOf(caller: TestActor, kind: 'product' | 'package' = 'product') {
  const { role } = caller.user
  const account = role === 'partner' ? caller : undefined
  const partner = await makePartner(await sharedCorner(), {}, account)
  const { variantId } = await makeListing({ partner, kind })
  const buyer = role === 'client' ? caller : await actorOfRole('client')
  const { orderId } = await placePaidOrder([variantId], buyer)
  const part = await db.from('partner_orders').where('order_id', orderId).firstOrFail()
  return { orderId, partnerOrderId: part.id as string, partner }
}

/** A package of the caller's that its partner works on. */
async function inWork(caller: TestActor) {
  const { orderId, partnerOrderId, partner } = await paidOrderOf(caller, 'package')
  for (const status of ['accepted', 'processing'] as const)
    await new AdvanceOrder().ownPart({ partnerOrderId }, { actor: asActor(partner), status })
  return { orderId, partnerOrderId, partner }
}

/** The same, with a round of work that has one file. */
async function handedIn(caller: TestActor) {
  const { orderId, partnerOrderId, partner } = await inWork(caller)
  const belonging = { ownerId: partner.user.id, purpose: 'submission' as const }
  const file = await storePdf(pdf(), 'work.pdf', belonging)
  const input = { actor: asActor(partner), partnerOrderId, files: [file] }
  await new SubmitWork().execute(input)
  const submission = await db.from('submissions').where('order_id', orderId).firstOrFail()
  return { orderId, submissionId: submission.id as string, fileId: file.id }
}

const part = { param: 'partnerOrderId', missing: newId('partnerOrder'), owned: true }
const ADMINS: MatrixRow['allow'] = ['admin', 'senior_admin']
const READERS: MatrixRow['allow'] = ['agent', 'dev', 'senior_dev', 'admin', 'senior_admin']

export const rows: MatrixRow[] = [
  {
    route: 'orders.index',
    viewable: true,
    allow: ['client'],
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'orders.store',
    allow: ['client'],
    async request(caller) {
      if (caller.user.role === 'client') await fillCart(caller, [(await makeListing()).variantId])
      return { body: { requirements: 'Blue, please' } }
    },
    success: 201,
  },
  {
    route: 'orders.show',
    viewable: true,
    allow: ['client', 'partner', ...READERS],
    request: orderOf,
    success: 200,
    object: order,
  },
  {
    route: 'orders.cancellations.store',
    allow: ['client'],
    async request(caller) {
      const { orderId } = await paidOrderOf(caller)
      return { params: { orderId }, body: { reason: 'Changed my mind' } }
    },
    success: 200,
    object: { ...order, owned: true },
  },
  {
    route: 'orders.statuses.update',
    allow: ['partner', ...ADMINS],
    async request(caller) {
      const { orderId } = await paidOrderOf(caller)
      return { params: { orderId }, body: { status: 'accepted' } }
    },
    success: 200,
    object: { ...order, owned: ['partner'] },
  },
  {
    route: 'orders.partner.orders.index',
    viewable: true,
    allow: ['partner'],
    request: async () => ({ query: { status: 'placed' } }),
    success: 200,
  },
  {
    route: 'orders.partner.orders.show',
    viewable: true,
    allow: ['partner'],
    async request(caller) {
      const { partnerOrderId } = await paidOrderOf(caller)
      return { params: { partnerOrderId } }
    },
    success: 200,
    object: part,
  },
  {
    route: 'orders.partner.statuses.update',
    allow: ['partner'],
    async request(caller) {
      const { partnerOrderId } = await paidOrderOf(caller)
      return { params: { partnerOrderId }, body: { status: 'accepted' } }
    },
    success: 200,
    object: part,
  },
  {
    route: 'orders.partner.submissions.store',
    allow: ['partner'],
    async request(caller) {
      const { partnerOrderId } = await inWork(caller)
      const file = { name: 'work.pdf', content: pdf(), contentType: 'application/pdf' }
      return { params: { partnerOrderId }, files: [{ field: 'files', ...file }] }
    },
    success: 201,
    object: part,
  },
  {
    route: 'orders.submissions.update',
    allow: ['client'],
    async request(caller) {
      const { orderId, submissionId } = await handedIn(caller)
      return { params: { orderId, submissionId }, body: { decision: 'approve' } }
    },
    success: 200,
    object: { param: 'submissionId', missing: newId('submission'), owned: true },
  },
  {
    route: 'orders.submission_files.show',
    viewable: true,
    allow: ['client', 'partner', ...READERS],
    request: async (caller) => ({ params: await handedIn(caller) }),
    success: 200,
    object: { param: 'fileId', missing: newId('file'), owned: OWNERS },
  },
  {
    route: 'orders.invoices.show',
    viewable: true,
    allow: ['client', ...READERS],
    async request(caller) {
      const { orderId } = await paidOrderOf(caller)
      await new RenderInvoice().handle({ orderId })
      return { params: { orderId } }
    },
    success: 200,
    object: { ...order, owned: ['client'] },
  },
  {
    route: 'orders.staff.orders.index',
    allow: READERS,
    request: async () => ({ query: { status: 'placed' } }),
    success: 200,
  },
  {
    route: 'orders.staff.orders.store',
    allow: ADMINS,
    async request() {
      const buyer = await actorOfRole('client')
      const { variantId } = await makeListing()
      return { body: { clientId: buyer.user.id, lines: [{ variantId, quantity: 1 }] } }
    },
    success: 201,
  },
  {
    route: 'orders.staff.notes.store',
    allow: ['agent', ...ADMINS],
    request: async (caller) => ({ ...(await orderOf(caller)), body: { body: 'rang twice' } }),
    success: 201,
    object: { ...order, owned: false },
  },
  {
    route: 'orders.staff.exports.show',
    allow: ['senior_dev', ...ADMINS],
    request: async () => ({ query: { status: 'refunded' } }),
    success: 200,
  },
]
