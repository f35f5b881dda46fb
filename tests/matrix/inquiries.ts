import { newId } from '#core/support/ids'
import RespondToLead from '#inquiries/actions/respond_to_lead'
import SubmitInquiry from '#inquiries/actions/submit_inquiry'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import {
  asActor,
  inquiryIn,
  leadOf,
  makeCorner,
  makePartner,
  submitInquiry,
} from '#tests/helpers/marketplace'
import type { MatrixRow } from '#tests/matrix/row'

const LEAD_WORKERS: MatrixRow['allow'] = ['agent', 'admin', 'senior_admin']
const inquiry = { param: 'inquiryId', missing: newId('inquiry') }
const lead = { param: 'leadId', missing: newId('lead') }

/** An inquiry of the caller's with one lead; of somebody else's when the caller is no client. */
async function inquiryOf(caller: TestActor) {
  const corner = await makeCorner()
  const partner = await makePartner(corner)
  const client = caller.user.role === 'client' ? caller : await actorOfRole('client')
  const submitted = await new SubmitInquiry().execute({
    actor: asActor(client),
    ...inquiryIn(corner),
  })
  const inquiryId = submitted.inquiry.id
  return { partner, inquiryId, leadId: await leadOf(inquiryId, partner.partnerId) }
}

/** A lead of the caller's; of somebody else's when the caller is no partner. */
async function leadFor(caller: TestActor) {
  const corner = await makeCorner()
  const isPartner = caller.user.role === 'partner'
  const { partnerId } = await makePartner(corner, {}, isPartner ? caller : undefined)
  const { inquiryId } = await submitInquiry(corner)
  return { params: { leadId: await leadOf(inquiryId, partnerId) } }
}

export const rows: MatrixRow[] = [
  {
    route: 'inquiries.store',
    allow: ['client'],
    request: async () => ({ body: inquiryIn(await makeCorner()) }),
    success: 201,
  },
  {
    route: 'inquiries.index',
    viewable: true,
    allow: ['client'],
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'inquiries.show',
    viewable: true,
    allow: ['client'],
    request: async (caller) => ({ params: { inquiryId: (await inquiryOf(caller)).inquiryId } }),
    success: 200,
    object: { ...inquiry, owned: true },
  },
  {
    route: 'inquiries.closures.store',
    allow: ['client'],
    request: async (caller) => ({ params: { inquiryId: (await inquiryOf(caller)).inquiryId } }),
    success: 200,
    object: { ...inquiry, owned: true },
  },
  {
    route: 'inquiries.acceptances.store',
    allow: ['client'],
    async request(caller) {
      const { partner, inquiryId, leadId } = await inquiryOf(caller)
      await new RespondToLead().execute({
        actor: asActor(partner),
        leadId,
        quote: { amount: 30_000, currency: 'EUR' },
        message: 'Gladly',
      })
      return { params: { inquiryId, leadId } }
    },
    success: 200,
    object: { ...inquiry, owned: true },
  },
  {
    route: 'inquiries.partner.leads.index',
    viewable: true,
    allow: ['partner'],
    async request(caller) {
      if (caller.user.role === 'partner') await makePartner(await makeCorner(), {}, caller)
      return {}
    },
    success: 200,
  },
  {
    route: 'inquiries.partner.leads.show',
    allow: ['partner'],
    request: leadFor,
    success: 200,
    object: { ...lead, owned: true },
  },
  {
    route: 'inquiries.partner.responses.store',
    allow: ['partner'],
    request: async (caller) => ({
      ...(await leadFor(caller)),
      body: { quote: { amount: 30_000, currency: 'EUR' }, message: 'Gladly' },
    }),
    success: 200,
    object: { ...lead, owned: true },
  },
  {
    route: 'inquiries.partner.refusals.store',
    allow: ['partner'],
    request: async (caller) => ({ ...(await leadFor(caller)), body: { reason: 'On holiday' } }),
    success: 200,
    object: { ...lead, owned: true },
  },
  {
    route: 'inquiries.staff.inquiries.index',
    allow: LEAD_WORKERS,
    request: async () => ({ query: { unmatched: 'true' } }),
    success: 200,
  },
  {
    route: 'inquiries.staff.matchings.store',
    allow: LEAD_WORKERS,
    request: async (caller) => ({ params: { inquiryId: (await inquiryOf(caller)).inquiryId } }),
    success: 200,
    object: { ...inquiry, owned: false },
  },
]
