import ListPortfolio from '#partners/queries/list_portfolio'
import GetOwnPartner from '#partners/queries/get_own_partner'
import ChangePortfolio from '#partners/actions/change_portfolio'
import { write } from '#core/database/write'
import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import type { TestActor } from '#tests/helpers/actors'
import { deletedBy, shopErased } from '#tests/helpers/deletions'
import { asActor, makeCorner } from '#tests/helpers/marketplace'
import {
  approvedPartner,
  PDF,
  png,
  showCategories,
  submittedPartner,
} from '#tests/helpers/partners'
import { EVERYBODY_LOGGED_IN, type Caller, type MatrixRow } from '#tests/matrix/row'

const EVERYBODY: Caller[] = ['public', ...EVERYBODY_LOGGED_IN]
const ADMINS: Caller[] = ['admin', 'senior_admin']
const PARTNER: Caller[] = ['partner']

const missingId = (prefix: string) => `${prefix}_01h2xcejqtf2nbrexx3vqjhp41`

const nothing = async () => ({})
const image = async (field: string) => ({
  field,
  name: 'picture.png',
  content: await png(),
  contentType: 'image/png',
})

async function entryOf(caller: TestActor): Promise<string> {
  if (caller.user.role !== 'partner') return missingId('pfl')
  return new ChangePortfolio().add({ actor: asActor(caller), title: 'Work', images: [] })
}

/** Puts a profile in a state in which its owner may submit it. */
async function complete(caller: TestActor) {
  if (caller.user.role !== 'partner') return
  const { id } = await new GetOwnPartner().execute(caller.user)
  const corner = await makeCorner()
  await showCategories()
  await db
    .from('partners')
    .where({ id })
    .update({ bio: 'Bio', location_id: corner.locationId, status: 'draft' })
  await db.table('partner_categories').insert({ partner_id: id, category_id: corner.categoryId })
}

/** A partner who submitted one document. */
async function documentOf(caller: TestActor | null) {
  const partner = await submittedPartner()
  const ownerId = caller?.user.role === 'partner' ? caller.user.id : partner.user.id
  const { id: partnerId } = await new GetOwnPartner().execute({ id: ownerId })
  const documentId = newId('document')
  const fileId = newId('file')
  const key = `2000-01-01/${fileId}.pdf`
  const { storage } = await import('#core/files/storage')
  await storage.disk().put(key, PDF)
  await write(async (trx) => {
    const insert = (table: string, row: object) => trx.insertQuery().table(table).insert(row)
    await insert('files', {
      id: fileId,
      owner_id: ownerId,
      purpose: 'verification',
      disk_key: key,
      file_name: 'a.pdf',
      content_type: 'application/pdf',
      size: PDF.length,
      created_at: 1,
    })
    const verificationId = newId('verification')
    await insert('verifications', {
      id: verificationId,
      partner_id: partnerId,
      status: 'rejected',
      submitted_at: 1,
    })
    await insert('verification_documents', {
      id: documentId,
      verification_id: verificationId,
      file_id: fileId,
      kind: 'tax',
      created_at: 1,
    })
  })
  return { partnerId, documentId }
}

const submitted = async () => ({ partnerId: (await submittedPartner()).partnerId })
const approved = async () => ({ partnerId: (await approvedPartner()).partnerId })
const partnerObject = { param: 'partnerId', missing: missingId('prt'), owned: false }
const shop = { ...partnerObject, deleted: shopErased }
const entryObject = {
  param: 'entryId',
  missing: missingId('pfl'),
  owned: true,
  deleted: deletedBy('partner.portfolio.destroy'),
}

export const rows: MatrixRow[] = [
  { route: 'partners.index', viewable: true, allow: EVERYBODY, request: nothing, success: 200 },
  {
    route: 'partners.show',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({ params: await approved() }),
    success: 200,
    object: shop,
  },
  {
    route: 'partners.portfolio.show',
    viewable: true,
    allow: EVERYBODY,
    request: async () => ({ params: await approved() }),
    success: 200,
    object: shop,
  },
  {
    route: 'partner.profile.show',
    viewable: true,
    hidden: ['payoutDetails'],
    allow: PARTNER,
    request: nothing,
    success: 200,
  },
  {
    route: 'partner.profile.update',
    allow: PARTNER,
    request: async () => ({ body: { bio: 'Weddings' } }),
    success: 200,
  },
  {
    route: 'partner.banner.update',
    allow: PARTNER,
    request: async () => ({ files: [await image('banner')] }),
    success: 200,
  },
  { route: 'partner.banner.destroy', allow: PARTNER, request: nothing, success: 204 },
  {
    route: 'partner.verification.show',
    viewable: true,
    allow: PARTNER,
    request: nothing,
    success: 200,
  },
  {
    route: 'partner.verification.store',
    allow: PARTNER,
    request: async (caller) => {
      await complete(caller)
      return { body: { kinds: ['identity'] }, files: [await image('documents')] }
    },
    success: 201,
  },
  {
    route: 'partner.verification_documents.show',
    allow: PARTNER,
    request: async (caller) => {
      const { documentId } = await documentOf(caller)
      return { params: { documentId } }
    },
    success: 200,
    object: { param: 'documentId', missing: missingId('doc'), owned: true },
  },
  {
    route: 'partner.portfolio.index',
    viewable: true,
    allow: PARTNER,
    request: nothing,
    success: 200,
  },
  {
    route: 'partner.portfolio.store',
    allow: PARTNER,
    request: async () => ({ body: { title: 'Work' } }),
    success: 201,
  },
  {
    route: 'partner.portfolio.update',
    allow: PARTNER,
    request: async (caller) => ({
      params: { entryId: await entryOf(caller) },
      body: { title: 'Better' },
    }),
    success: 200,
    object: entryObject,
  },
  {
    route: 'partner.portfolio.destroy',
    allow: PARTNER,
    request: async (caller) => ({ params: { entryId: await entryOf(caller) } }),
    success: 204,
    object: entryObject,
  },
  {
    route: 'partner.portfolio_order.update',
    allow: PARTNER,
    request: async (caller) => {
      await entryOf(caller)
      if (caller.user.role !== 'partner') return { body: { entryIds: [] } }
      const { id } = await new GetOwnPartner().execute(caller.user)
      const entries = await new ListPortfolio().execute(id)
      return { body: { entryIds: entries.map((entry) => entry.id) } }
    },
    success: 200,
  },
  { route: 'admin.verifications.index', allow: ADMINS, request: nothing, success: 200 },
  {
    route: 'admin.verifications.show',
    allow: ADMINS,
    request: async () => ({ params: await submitted() }),
    success: 200,
    object: partnerObject,
  },
  {
    route: 'admin.verification_documents.show',
    allow: ADMINS,
    request: async () => ({ params: await documentOf(null) }),
    success: 200,
    object: {
      param: 'documentId',
      missing: missingId('doc'),
      owned: false,
      deleted: shopErased,
    },
  },
  {
    route: 'admin.verifications.update',
    allow: ADMINS,
    request: async () => ({ params: await submitted(), body: { decision: 'approve' } }),
    success: 200,
    object: partnerObject,
  },
  {
    route: 'admin.featured_partners.update',
    allow: ADMINS,
    request: async () => ({ params: await approved(), body: { featured: true } }),
    success: 200,
    object: partnerObject,
  },
]
