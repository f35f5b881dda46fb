import { write } from '#core/database/write'
import { newId } from '#core/support/ids'
import { addToFeed } from '#notifications/services/messages'
import { unique } from '#tests/helpers/actors'
import { deletedBy } from '#tests/helpers/deletions'
import { picture } from '#tests/helpers/uploads'
import SaveAddress from '#users/actions/save_address'
import { EVERYBODY_LOGGED_IN, type MatrixRequest, type MatrixRow } from '#tests/matrix/row'
import type { TestActor } from '#tests/helpers/actors'

const allow = EVERYBODY_LOGGED_IN
const address = { label: 'Home', recipient: 'R', line1: 'Street 1', city: 'Berlin', country: 'DE' }

async function ownAddress({ user }: TestActor): Promise<MatrixRequest> {
  const saved = await new SaveAddress().add({ actor: { id: user.id } as any, ...address })
  return { params: { addressId: saved.id }, body: { city: 'Hamburg' } }
}

async function ownNotification({ user }: TestActor): Promise<MatrixRequest> {
  const kind = unique('k')
  const id = await write(async (trx) => {
    await addToFeed(trx, { userId: user.id, kind, title: 't', body: 'b' })
    return (await trx.from('notifications').where({ kind }).first()).id
  })
  return { params: { notificationId: id } }
}

async function upload(): Promise<MatrixRequest> {
  const content = await picture()
  return { files: [{ field: 'avatar', name: 'me.jpg', content, contentType: 'image/jpeg' }] }
}

const owned = (param: string, kind: 'address' | 'notification') => ({
  param,
  missing: newId(kind),
  owned: true,
})

export const rows: MatrixRow[] = [
  { route: 'notifications.own_messages.emails', allow, success: 200, request: async () => ({}) },
  { route: 'notifications.own_messages.texts', allow, success: 200, request: async () => ({}) },
  {
    route: 'users.profiles.show',
    viewable: true,
    hidden: ['twoFactor'],
    allow,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'users.profiles.update',
    allow,
    success: 200,
    request: async () => ({ body: { name: 'Another name' } }),
  },
  {
    route: 'users.preferences.update',
    allow,
    success: 200,
    request: async () => ({ body: { languages: ['en'] } }),
  },
  { route: 'users.avatars.update', allow, success: 200, request: upload },
  {
    route: 'users.devices.store',
    allow,
    success: 201,
    request: async () => ({ body: { platform: 'web', pushToken: unique('token-') } }),
  },
  {
    route: 'users.onboardings.show',
    viewable: true,
    allow,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'users.onboardings.update',
    allow,
    success: 200,
    request: async () => ({ body: { step: 'basics' } }),
  },
  {
    route: 'users.addresses.index',
    viewable: true,
    allow,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'users.addresses.store',
    allow,
    success: 201,
    request: async () => ({ body: address }),
  },
  {
    route: 'users.addresses.update',
    allow,
    success: 200,
    request: ownAddress,
    object: { ...owned('addressId', 'address'), deleted: deletedBy('users.addresses.destroy') },
  },
  {
    route: 'users.addresses.destroy',
    allow,
    success: 204,
    request: ownAddress,
    object: { ...owned('addressId', 'address'), deleted: deletedBy('users.addresses.destroy') },
  },
  { route: 'notifications.index', viewable: true, allow, success: 200, request: async () => ({}) },
  {
    route: 'notifications.readings.update',
    allow,
    success: 200,
    request: ownNotification,
    object: owned('notificationId', 'notification'),
  },
]
