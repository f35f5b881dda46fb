/*
 * What staff know about somebody, and what guards their account: factors, identities, notes, looks.
 */
import { write } from '#core/database/write'
import { markProved } from '#auth/services/fresh_proofs'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import WriteNote from '#clients/actions/write_note'
import AddImpersonationNote from '#impersonation/actions/add_impersonation_note'
import StartImpersonation from '#impersonation/actions/start_impersonation'
import { logRequest } from '#impersonation/services/request_log'
import NoteOrder from '#orders/actions/note_order'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { withApp } from '#tests/helpers/factors'
import type { Lives, Planted } from '#tests/helpers/lives'
import { asActor } from '#tests/helpers/marketplace'

/** Tables that are empty for an erased account. */
export const GUARDS = ['totp_factors', 'recovery_codes', 'known_devices', 'identities', 'notes']

/** Plants a value of each kind for both, and leaves one look at the client open. */
export async function watchLives({ client, partner, ofClient, ofPartner, orders }: Lives) {
  for (const [person, planted] of [
    [client, ofClient],
    [partner, ofPartner],
  ] as const) {
    await guard(person, planted)
    await look(person, planted)
  }
  const actor = asActor(await actorOfRole('admin'))
  const { orderId } = orders[0]
  const body = `${told(ofClient, 'orderNote')} was sold by ${ofPartner.name}`
  await new NoteOrder().execute({ actor, orderId, body })
}

function told(planted: Planted, what: string): string {
  planted[what] = unique(`${what}-`)
  return planted[what]
}

async function guard(person: TestActor, planted: Planted) {
  const now = clock.now()
  await withApp(person)
  const times = { last_used_at: now, created_at: now, updated_at: now }
  await write(async (trx) => {
    const insert = (table: string, row: object) => trx.insertQuery().table(table).insert(row)
    await insert('identities', {
      id: newId('identity'),
      user_id: person.user.id,
      provider: 'google',
      issuer: 'https://accounts.google.com',
      subject: told(planted, 'subject'),
      identity_hash: told(planted, 'identityHash'),
      email: `${told(planted, 'elsewhere')}@example.test`,
      ...times,
    })
    await insert('known_devices', {
      token_hash: told(planted, 'deviceHash'),
      user_id: person.user.id,
      remembered_until: now,
      last_seen_at: now,
      expires_at: now,
      created_at: now,
    })
  })
}

async function look(person: TestActor, planted: Planted) {
  const customerId = person.user.id
  const staff = asActor(await actorOfRole('admin'))
  const body = `${planted.name}: ${told(planted, 'staffNote')}`
  await new WriteNote().add({ actor: staff, customerId, body })
  const reason = `${planted.name} cannot pay, ${told(planted, 'lookReason')}`
  const { id } = await new StartImpersonation().execute({ actor: staff, customerId, reason })
  await new AddImpersonationNote().execute({ actor: staff, note: told(planted, 'lookNote') })
  const url = `/api/v1/${told(planted, 'lookPath')}`
  const answer = { method: 'GET', route: undefined, status: 404, requestId: 'r-1' }
  await logRequest({ impersonationId: id, url, ...answer })
}

/** Shows once more whose session it is, as a step-up does. */
export async function proveAgain(person: TestActor) {
  await write((trx) => markProved(trx, asActor(person)))
}
