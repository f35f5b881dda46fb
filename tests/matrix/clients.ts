import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import EraseAccount from '#privacy/actions/erase_account'
import { actorOfRole } from '#tests/helpers/actors'
import { changeStatus, noteBy } from '#tests/helpers/customers'
import { deletedBy } from '#tests/helpers/deletions'
import { asActor } from '#tests/helpers/marketplace'
import type { Caller, MatrixRequest, MatrixRow } from '#tests/matrix/row'

const READERS: Caller[] = ['agent', 'dev', 'senior_dev', 'admin', 'senior_admin']
const WRITERS: Caller[] = ['admin', 'senior_admin']
const NOTERS: Caller[] = ['agent', 'admin', 'senior_admin']
const customer = { param: 'customerId', missing: newId('user'), owned: false }

const note = {
  param: 'noteId',
  missing: newId('note'),
  owned: true,
  deleted: deletedBy('clients.notes.destroy'),
}

/** What is still to be read of an erased account is changed no more. */
const changeable = { ...customer, deleted: erased }

async function erased({ params }: MatrixRequest) {
  const actor = asActor(await actorOfRole('senior_admin'))
  await new EraseAccount().execute({ actor, userId: params!.customerId })
}

const aClient = async () => ({ customerId: (await actorOfRole('client')).user.id })

async function aSuspended() {
  const params = await aClient()
  await changeStatus(params.customerId, { status: 'suspended' })
  return params
}

async function anUnverified() {
  const params = await aClient()
  await db.from('users').where('id', params.customerId).update({ email_verified_at: null })
  return params
}

export const rows: MatrixRow[] = [
  {
    route: 'clients.customers.index',
    allow: READERS,
    request: async () => ({ query: { limit: '1', role: 'client' } }),
    success: 200,
  },
  {
    route: 'clients.customers.show',
    allow: READERS,
    request: async () => ({ params: await aClient() }),
    success: 200,
    object: customer,
  },
  {
    route: 'clients.customers.update',
    allow: WRITERS,
    request: async () => ({ params: await aClient(), body: { name: 'Ada Byron' } }),
    success: 200,
    object: changeable,
  },
  {
    route: 'clients.customers.destroy',
    allow: ['senior_admin'],
    request: async () => ({ params: await aClient(), body: { reason: 'Asked for by letter' } }),
    success: 204,
    object: customer,
  },
  {
    route: 'clients.account_statuses.suspend',
    allow: WRITERS,
    request: async () => ({ params: await aClient(), body: { reason: 'A stolen card' } }),
    success: 200,
    object: changeable,
  },
  {
    route: 'clients.account_statuses.activate',
    allow: WRITERS,
    request: async () => ({ params: await aSuspended(), body: { reason: 'It was their own' } }),
    success: 200,
    object: changeable,
  },
  {
    route: 'clients.account_statuses.ban',
    allow: WRITERS,
    request: async () => ({ params: await aClient(), body: { reason: 'Fraud' } }),
    success: 200,
    object: changeable,
  },
  {
    route: 'clients.customer_mails.store',
    allow: WRITERS,
    request: async () => ({ params: await aClient(), body: { subject: 'A word', body: 'Hello' } }),
    success: 202,
    object: changeable,
  },
  {
    route: 'clients.customer_mails.reset',
    allow: WRITERS,
    request: async () => ({ params: await aClient() }),
    success: 202,
    object: changeable,
  },
  {
    route: 'clients.email_verifications.update',
    allow: WRITERS,
    request: async () => ({ params: await anUnverified() }),
    success: 204,
    object: changeable,
  },
  {
    route: 'clients.customer_sessions.index',
    allow: WRITERS,
    request: async () => ({ params: await aClient() }),
    success: 200,
    object: customer,
  },
  {
    route: 'clients.customer_sessions.clear',
    allow: WRITERS,
    request: async () => ({ params: await aClient() }),
    success: 200,
    object: changeable,
  },
  {
    route: 'clients.customer_sessions.destroy',
    allow: WRITERS,
    async request() {
      const { user, sessionId } = await actorOfRole('client')
      return { params: { customerId: user.id, sessionId } }
    },
    success: 204,
    object: {
      ...customer,
      param: 'sessionId',
      missing: newId('session'),
      deleted: deletedBy('clients.customer_sessions.destroy'),
    },
  },
  {
    route: 'clients.notes.index',
    allow: NOTERS,
    request: async () => ({ params: await aClient() }),
    success: 200,
    object: customer,
  },
  {
    route: 'clients.notes.store',
    allow: NOTERS,
    request: async () => ({ params: await aClient(), body: { body: 'Prefers to be called' } }),
    success: 201,
    object: changeable,
  },
  {
    route: 'clients.notes.update',
    allow: NOTERS,
    request: async (caller) => ({
      params: { noteId: (await noteBy(caller)).noteId },
      body: { isPinned: true },
    }),
    success: 200,
    object: note,
  },
  {
    route: 'clients.notes.destroy',
    allow: NOTERS,
    request: async (caller) => ({ params: { noteId: (await noteBy(caller)).noteId } }),
    success: 204,
    object: note,
  },
]
