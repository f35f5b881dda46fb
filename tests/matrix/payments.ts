import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import CreateLink from '#payments/actions/create_link'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { makeOpenPayment, makeOrder } from '#tests/helpers/payments'
import type { MatrixRow } from '#tests/matrix/row'

const READERS: MatrixRow['allow'] = ['agent', 'dev', 'senior_dev', 'admin', 'senior_admin']
const WRITERS: MatrixRow['allow'] = ['admin', 'senior_admin']
const OPERATORS: MatrixRow['allow'] = ['dev', 'senior_dev', 'senior_admin']

const FREE = { amount: { amount: 2500, currency: 'EUR' }, description: 'A workshop' }
const link = { param: 'linkId', missing: newId('link'), owned: false }

/** The caller, or some client when the caller is none. */
async function clientFor(caller: TestActor): Promise<TestActor> {
  return caller.user.role === 'client' ? caller : actorOfRole('client')
}

async function openLink() {
  const actor = asActor(await actorOfRole('admin'))
  const { id } = await new CreateLink().execute({ actor, kind: 'link', ...FREE })
  return { params: { linkId: id } }
}

async function plantEvent(): Promise<string> {
  const id = newId('webhookEvent')
  const now = clock.now()
  await write((trx) =>
    trx
      .insertQuery()
      .table('webhook_events')
      .insert({
        id,
        gateway: 'sandbox',
        event_id: id,
        type: 'coffee.ready',
        object_id: 'cup_1',
        occurred_at: now,
        raw: JSON.stringify({ id, type: 'coffee.ready', occurredAt: now, object: { id: 'cup_1' } }),
        state: 'dead',
        give_up_at: now,
        created_at: now,
      })
  )
  return id
}

export const rows: MatrixRow[] = [
  {
    route: 'payments.intents.store',
    allow: ['client'],
    request: async (caller) => ({
      headers: { 'idempotency-key': newId('payment') },
      body: {
        orderId: (await makeOrder({ client: await clientFor(caller) })).orderId,
        gateway: 'sandbox',
      },
    }),
    success: 201,
  },
  {
    route: 'payments.sandbox.confirmations.store',
    allow: ['client'],
    request: async (caller) => ({
      params: {
        paymentId: (await makeOpenPayment({ client: await clientFor(caller) })).paymentId,
      },
      body: { outcome: 'succeed' },
    }),
    success: 202,
    object: { param: 'paymentId', missing: newId('payment'), owned: true },
  },
  {
    route: 'payments.index',
    viewable: true,
    allow: ['client'],
    request: async () => ({}),
    success: 200,
  },
  // anybody may send them, but only what is signed is taken
  ...['stripe', 'paypal', 'razorpay', 'sandbox'].map((gateway): MatrixRow => ({
    route: `payments.webhooks.${gateway}`,
    allow: ['public'],
    request: async () => ({ body: { id: 'evt_1' } }),
    success: 400,
  })),
  {
    route: 'payments.staff.payments.index',
    allow: READERS,
    request: async () => ({ query: { status: 'captured' } }),
    success: 200,
  },
  {
    route: 'payments.staff.payments.show',
    allow: READERS,
    request: async () => ({
      params: {
        paymentId: (await makeOpenPayment({ client: await actorOfRole('client') })).paymentId,
      },
    }),
    success: 200,
    object: { param: 'paymentId', missing: newId('payment'), owned: false },
  },
  {
    route: 'payments.staff.payment_syncs.store',
    allow: WRITERS,
    request: async () => ({
      params: {
        paymentId: (await makeOpenPayment({ client: await actorOfRole('client') })).paymentId,
      },
    }),
    success: 200,
    object: { param: 'paymentId', missing: newId('payment'), owned: false },
  },
  {
    route: 'payments.staff.reconciliations.store',
    allow: WRITERS,
    request: async () => ({ body: { gateway: 'sandbox', from: '2026-01-01', to: '2026-01-02' } }),
    success: 200,
  },
  {
    route: 'payments.staff.links.store',
    allow: WRITERS,
    request: async () => ({ body: FREE }),
    success: 201,
  },
  {
    route: 'payments.staff.links.show',
    allow: READERS,
    request: openLink,
    success: 200,
    object: link,
  },
  {
    route: 'payments.staff.link_qr_codes.show',
    allow: READERS,
    request: openLink,
    success: 200,
    object: link,
  },
  {
    route: 'payments.staff.link_cancellations.store',
    allow: WRITERS,
    request: openLink,
    success: 200,
    object: link,
  },
  {
    route: 'payments.staff.qr_codes.store',
    allow: WRITERS,
    request: async () => ({ body: FREE }),
    success: 201,
  },
  {
    route: 'payments.staff.webhook_events.index',
    allow: OPERATORS,
    request: async () => ({ query: { state: 'dead' } }),
    success: 200,
  },
  {
    route: 'payments.staff.webhook_events.show',
    allow: OPERATORS,
    request: async () => ({ params: { eventId: await plantEvent() } }),
    success: 200,
    object: { param: 'eventId', missing: newId('webhookEvent'), owned: false },
  },
  {
    route: 'payments.staff.webhook_replays.store',
    allow: OPERATORS,
    request: async () => ({ params: { eventId: await plantEvent() } }),
    success: 200,
    object: { param: 'eventId', missing: newId('webhookEvent'), owned: false },
  },
]
