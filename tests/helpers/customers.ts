import type { Actor, Role } from '#core/actor'
import ChangeAccountStatus, { type StatusChange } from '#auth/actions/change_account_status'
import WriteNote from '#clients/actions/write_note'
import { actorOfRole, logIn, type TestActor } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'

export const CUSTOMERS = '/api/v1/admin/customers'

/** A member of staff as actions know them. */
export async function staffActor(role: Role = 'admin'): Promise<Actor> {
  return asActor(await actorOfRole(role))
}

/** Closes or opens an account, as an admin does. */
export async function changeStatus(userId: string, change: Partial<StatusChange>) {
  const actor = await staffActor()
  const rest = { status: 'suspended' as const, reason: 'A stolen card', ...change }
  return new ChangeAccountStatus().execute({ actor, userId, ...rest })
}

/** A note on a fresh client, by this author. */
export async function noteBy(author: TestActor, body = 'Prefers to be called') {
  const client = await actorOfRole('client')
  const input = { actor: asActor(author), customerId: client.user.id, body }
  const note = await new WriteNote().add(input)
  return { noteId: note.id, client }
}

/** A client who is logged in on two devices. */
export async function clientOnTwoDevices() {
  const first = await actorOfRole('client')
  const second = await logIn(first.user)
  return { first, second, customerId: first.user.id }
}
