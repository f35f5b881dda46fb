import db from '@adonisjs/lucid/services/db'
import EndImpersonation from '#impersonation/actions/end_impersonation'
import StartImpersonation from '#impersonation/actions/start_impersonation'
import type { TestActor } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'

/** The header of an impersonation. */
export interface Eyes {
  id: string
  headers: { 'x-impersonation-token': string }
}

/** `staff` begins to look through the eyes of `client`. */
export async function lookAs(staff: TestActor, client: { user: { id: string } }): Promise<Eyes> {
  const started = await new StartImpersonation().execute({
    actor: asActor(staff),
    customerId: client.user.id,
    reason: 'a client asked us to look',
  })
  return { id: started.id, headers: { 'x-impersonation-token': started.token } }
}

export async function stopLooking(staff: TestActor) {
  await new EndImpersonation().execute({ actor: asActor(staff) })
}

/** What was logged of an impersonation, in its order. */
export function loggedOf(id: string): Promise<any[]> {
  return db.from('impersonation_requests').where('impersonation_id', id).orderBy('id')
}

/** The newest of them; undefined when there is none. */
export function lastLoggedOf(id: string): Promise<any> {
  return db
    .from('impersonation_requests')
    .where('impersonation_id', id)
    .orderBy('id', 'desc')
    .first()
}
