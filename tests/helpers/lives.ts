/*
 * A client and a partner who have lived here for a while: dealings of every kind, whose every text
 * has a value in it that stands nowhere else.
 */
import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import PDFDocument from 'pdfkit'
import { buffer } from 'node:stream/consumers'
import { recordAudit } from '#audit/record'
import PutInCart from '#carts/actions/put_in_cart'
import { write, type Transaction } from '#core/database/write'
import { keepFile, storePdf } from '#core/files/store'
import type { FilePurpose } from '#core/files/purposes'
import { clock, MINUTE } from '#core/support/clock'
import { newId } from '#core/support/ids'
import RespondToLead from '#inquiries/actions/respond_to_lead'
import SubmitInquiry from '#inquiries/actions/submit_inquiry'
import { sealPayoutDetails } from '#partners/services/payout_details'
import AnswerRefundRequest from '#refunds/actions/answer_refund_request'
import AskForRefund from '#refunds/actions/ask_for_refund'
import OpenDispute from '#refunds/actions/open_dispute'
import ResolveDispute from '#refunds/actions/resolve_dispute'
import PublishReview from '#reviews/actions/publish_review'
import ReplyToReview from '#reviews/actions/reply_to_review'
import RegisterDevice from '#users/actions/register_device'
import SaveAddress from '#users/actions/save_address'
import UpdateProfile from '#users/actions/update_profile'
import ApproveWithdrawal from '#withdrawals/actions/approve_withdrawal'
import GetBalance from '#withdrawals/queries/get_balance'
import RequestWithdrawal from '#withdrawals/actions/request_withdrawal'
import FinishRegistration from '#auth/actions/finish_registration'
import StartRegistration from '#auth/actions/start_registration'
import { checkCode, issueCode } from '#auth/services/challenges'
import { queueSms } from '#notifications/services/messages'
import { actorOfRole, logIn, PASSWORD, unique, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import {
  asActor,
  inquiryIn,
  leadOf,
  makeCorner,
  makePartner,
  type TestPartner,
} from '#tests/helpers/marketplace'
import { codeSentTo, drainOutbox } from '#tests/helpers/outbox'
import { paidOrder, settle, type PaidOrder } from '#tests/helpers/refunds'

/** Words that no other text has. */
export type Planted = Record<string, string>

export interface Lives {
  client: TestActor
  partner: TestPartner
  /** what must be gone after the client is erased, by what it is */
  ofClient: Planted
  ofPartner: Planted
  orders: PaidOrder[]
}

const phone = () => `+4915${Math.floor(1e9 + Math.random() * 9e9)}`.slice(0, 14)

/** Both are done with each other: nothing is open, the partner has taken out every cent. */
export async function makeLives(): Promise<Lives> {
  const client = await registered(`Wilhelmina ${unique('Plant')}`, phone())
  const account = await actorOfRole('partner', {
    name: `Ottokar ${unique('Reng')}`,
    phone: phone(),
  })
  const ofClient: Planted = { ...people(client) }
  const ofPartner: Planted = { ...people(account) }
  const corner = await makeCorner()
  const partner = await shopOf(account, corner, ofPartner)

  await settleIn(client, ofClient)
  await ask(client, partner, corner, ofClient, ofPartner)
  const orders = await deal(client, partner, ofClient, ofPartner)
  await talkOfThem(client, partner, orders[0], ofClient, ofPartner)
  await takeAllOut(partner)
  await drainOutbox()
  return { client, partner, ofClient, ofPartner, orders }
}

/** A client who came by the door that all come by: began twice, and confirmed the address. */
async function registered(name: string, number: string): Promise<TestActor> {
  const email = `${unique('client')}@example.test`
  const rest = { email, phone: number, password: PASSWORD, role: 'client' as const, country: 'DE' }
  await new StartRegistration().execute({ ...rest, name: `Mis ${name}` })
  await new StartRegistration().execute({ ...rest, name })
  const code = await codeSentTo(email)
  const challenge = await checkCode({ purpose: 'register', subject: email }, code)
  return logIn(await new FinishRegistration().execute(challenge!))
}

function people({ user }: TestActor): Planted {
  return { name: user.name, email: user.email!, phone: user.phone! }
}

/** Plants a value and tells it. */
function plant(planted: Planted, what: string, text = (value: string) => value): string {
  planted[what] = unique(`${what}-`)
  return text(planted[what])
}

async function shopOf(account: TestActor, corner: any, planted: Planted): Promise<TestPartner> {
  planted.accountNumber = `DE${Math.floor(1e15 + Math.random() * 8e15)}0000`
  const payoutDetails = sealPayoutDetails({
    accountHolder: plant(planted, 'holder'),
    accountNumber: planted.accountNumber,
    bankName: 'Bank',
    country: 'DE',
  })
  const overrides = {
    business_name: plant(planted, 'shop', (value) => `Atelier ${value}`),
    slug: plant(planted, 'slug'),
    bio: plant(planted, 'bio', (value) => `We paint ${value} and more`),
    website: plant(planted, 'site', (value) => `https://${value}.example`),
    payout_details: payoutDetails,
  }
  const partner = await makePartner(corner, overrides, account)
  const { partnerId } = partner
  const now = clock.now()
  await write(async (trx) => {
    const insert = (table: string, row: object) => trx.insertQuery().table(table).insert(row)
    const verification = {
      id: newId('verification'),
      partner_id: partnerId,
      status: 'approved',
      note: plant(planted, 'papers'),
      reason: plant(planted, 'verdict'),
      submitted_at: now,
    }
    await insert('verifications', verification)
    const paper = await fileOf(trx, account, 'verification', plant(planted, 'passport'))
    const document = { id: newId('document'), verification_id: verification.id, kind: 'id' }
    await insert('verification_documents', { ...document, file_id: paper, created_at: now })
    const entry = { id: newId('portfolioEntry'), partner_id: partnerId, position: 0 }
    const words = { title: plant(planted, 'work'), description: plant(planted, 'portfolio') }
    await insert('portfolio_entries', { ...entry, ...words, created_at: now, updated_at: now })
    const picture = await fileOf(trx, account, 'portfolio', plant(planted, 'picture'))
    await insert('portfolio_images', { entry_id: entry.id, file_id: picture, position: 0 })
  })
  return partner
}

/** A PDF that says something; its row in the caller's transaction. */
async function fileOf(trx: Transaction, { user }: TestActor, purpose: FilePurpose, text: string) {
  const staged = await storePdf(await pdfOf(text), `${text}.pdf`, { ownerId: user.id, purpose })
  return (await keepFile(trx, staged)).id
}

export async function pdfOf(text: string): Promise<Buffer> {
  const pdf = new PDFDocument()
  pdf.text(text)
  pdf.end()
  return buffer(pdf)
}

async function settleIn(client: TestActor, planted: Planted) {
  const actor = asActor(client)
  await new UpdateProfile().execute({
    actor,
    companyName: plant(planted, 'company'),
    description: plant(planted, 'about'),
    website: `https://${plant(planted, 'web')}.example`,
  } as any)
  await new SaveAddress().add({
    actor,
    label: 'Home',
    recipient: plant(planted, 'recipient'),
    line1: plant(planted, 'street'),
    line2: plant(planted, 'door'),
    city: plant(planted, 'city'),
    postalCode: '10115',
    country: 'DE',
    isDefault: true,
  } as any)
  await new RegisterDevice().execute({ actor, platform: 'web', pushToken: plant(planted, 'push') })
  await write(async (trx) => {
    const avatar = await fileOf(trx, client, 'avatar', plant(planted, 'avatar'))
    await trx.from('users').where('id', client.user.id).update({ avatar_file_id: avatar })
    const { user } = client
    await issueCode(trx, { purpose: 'phone_login', subject: user.phone!, userId: user.id })
    const expiresAt = clock.now() + 10 * MINUTE
    const code = { template: 'phone_code' as const, data: { minutes: 10 }, expiresAt }
    const secrets = { code: '123456' }
    await queueSms(trx, { userId: user.id, to: user.phone!, ...code, secrets })
  })
}

async function ask(
  client: TestActor,
  partner: TestPartner,
  corner: any,
  ofClient: Planted,
  ofPartner: Planted
) {
  const { inquiry } = await new SubmitInquiry().execute({
    actor: asActor(client),
    ...inquiryIn(corner, {
      title: plant(ofClient, 'wish', (value) => `Pictures of ${value}`),
      description: plant(ofClient, 'story'),
    }),
  })
  await drainOutbox()
  await new RespondToLead().execute({
    actor: asActor(partner),
    leadId: await leadOf(inquiry.id, partner.partnerId),
    quote: { amount: 30_000, currency: 'EUR' },
    message: plant(ofPartner, 'answer', (value) => `Dear ${client.user.name}, ${value}`),
  })
}

/** Two paid orders: one is refunded in part and reviewed, one was argued about. */
async function deal(
  client: TestActor,
  partner: TestPartner,
  ofClient: Planted,
  ofPartner: Planted
): Promise<PaidOrder[]> {
  const listing = await makeListing({ partner, listing: { description: plant(ofPartner, 'ware') } })
  const lines = [{ partnerId: partner.partnerId, amount: 10_000, quantity: 2, listing }]
  const orders = [await paidOrder({ client, lines }), await paidOrder({ client, lines })]
  for (const [at, { orderId, parts }] of orders.entries()) {
    const address = {
      recipient: plant(ofClient, `recipient${at}`),
      line1: plant(ofClient, `street${at}`),
      line2: null,
      city: plant(ofClient, `city${at}`),
      state: null,
      postalCode: '10115',
      country: 'DE',
      phone: client.user.phone,
    }
    await db
      .from('orders')
      .where('id', orderId)
      .update({ address: JSON.stringify(address), requirements: plant(ofClient, `want${at}`) })
    await handIn(orderId, parts[0].id, partner, ofClient, ofPartner)
    await settle(parts[0].id)
  }
  await drainOutbox()
  const [first, second] = orders
  const actor = asActor(client)
  const { id: requestId } = await new AskForRefund().execute({
    actor,
    orderId: first.orderId,
    lines: [{ lineId: first.lines[0].id, quantity: 1 }],
    reason: plant(ofClient, 'broken', (value) => `It is ${value} and torn`),
  } as any)
  await drainOutbox()
  const sorry = plant(ofPartner, 'sorry', (value) => `Sorry, ${value}`)
  const answer = { requestId, decision: 'accept' as const, answer: sorry }
  await new AnswerRefundRequest().execute({ actor: asActor(partner), ...answer })
  await drainOutbox()
  const staff = asActor(await actorOfRole('admin'))
  const dispute = await new OpenDispute().execute({
    actor,
    orderId: second.orderId,
    partnerOrderId: second.parts[0].id,
    reason: plant(ofClient, 'anger', (value) => `I am ${value} about it`),
  })
  await new ResolveDispute().execute({
    actor: staff,
    disputeId: dispute.id,
    resolution: 'reject',
    reason: plant(ofClient, 'verdict', (value) => `Not proven: ${value}`),
  })
  await drainOutbox()
  const review = await new PublishReview().execute({
    actor,
    orderLineId: first.lines[0].id,
    rating: 5,
    title: plant(ofClient, 'praise'),
    body: plant(ofClient, 'opinion', (value) => `${ofPartner.shop}: ${value}`),
  })
  await new ReplyToReview().execute({
    actor: asActor(partner),
    reviewId: review.id,
    reply: plant(ofPartner, 'thanks', (value) => `Thank you, ${client.user.name}! ${value}`),
  })
  await new PutInCart().add({ actor, variantId: listing.variantId, quantity: 1 })
  await drainOutbox()
  return orders
}

async function handIn(
  orderId: string,
  partId: string,
  partner: TestPartner,
  ofClient: Planted,
  ofPartner: Planted
) {
  await write(async (trx) => {
    const id = newId('submission')
    const file = await fileOf(trx, partner, 'submission', plant(ofPartner, 'draft'))
    await trx
      .insertQuery()
      .table('submissions')
      .insert({
        id,
        order_id: orderId,
        partner_order_id: partId,
        round: 1,
        note: plant(ofPartner, 'note'),
        links: JSON.stringify([`https://${plant(ofPartner, 'link')}.example`]),
        status: 'approved',
        feedback: plant(ofClient, 'feedback'),
        created_at: clock.now(),
      })
    const row = { submission_id: id, file_id: file, position: 0 }
    await trx.insertQuery().table('submission_files').insert(row)
  })
}

/** Where others put a name: gateways, staff, jobs, stored answers. */
async function talkOfThem(
  client: TestActor,
  partner: TestPartner,
  order: PaidOrder,
  ofClient: Planted,
  ofPartner: Planted
) {
  const now = clock.now()
  const staff = asActor(await actorOfRole('admin'))
  const hook = (objectId: string, raw: object) => ({
    id: newId('webhookEvent'),
    gateway: 'sandbox',
    event_id: unique('evt_'),
    type: 'payment.captured',
    object_id: objectId,
    occurred_at: now,
    raw: JSON.stringify(raw),
    state: 'done',
    give_up_at: now,
    created_at: now,
  })
  await write(async (trx) => {
    const insert = (table: string, row: object) => trx.insertQuery().table(table).insert(row)
    const card = { holder: plant(ofClient, 'card') }
    await insert('webhook_events', hook(order.gatewayPaymentId, card))
    const charge = { payment: order.gatewayPaymentId, holder: plant(ofClient, 'charge') }
    await insert('webhook_events', hook(unique('ch_'), charge))
    for (const [actor, words] of [
      [client, ofClient],
      [partner, ofPartner],
    ] as const) {
      await recordAudit(trx, {
        actor: staff,
        action: 'user.noted',
        subject: { type: 'user', id: actor.user.id },
        after: { name: words.name, email: words.email },
        reason: `${words.name} called from ${words.phone}`,
      })
      const id = newId('job')
      await insert('outbox', {
        id,
        name: 'orders.tell_client_of_end',
        queue: 'planted',
        payload: JSON.stringify({ orderId: order.orderId, reason: `${words.name}'s wish "now"` }),
        dedupe_key: id,
        state: 'done',
        available_at: now,
        last_error: `550 <${words.email}> is unknown`,
        created_at: now,
      })
    }
  })
}

async function takeAllOut(partner: TestPartner) {
  const [balance] = await new GetBalance().of(partner.partnerId)
  const { id } = await new RequestWithdrawal().execute({
    actor: asActor(partner),
    amount: balance.available,
    currency: balance.currency,
  })
  const staff = asActor(await actorOfRole('admin'))
  await new ApproveWithdrawal().execute({ actor: staff, withdrawalId: id })
  await drainOutbox()
}

/** Sends a request with a key, so that its answer (which names the caller) is stored. */
export function keyed(headers: Record<string, string>) {
  return { ...headers, 'idempotency-key': randomUUID() }
}
