import db from '@adonisjs/lucid/services/db'
import type { Role } from '#core/actor'
import EraseAccount from '#privacy/actions/erase_account'
import { actorOfRole } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { send } from '#tests/matrix/matrix'
import type { Deletion, MatrixRequest } from '#tests/matrix/row'

interface How {
  /** who deletes; the row's own caller when not given */
  role?: Role
  /** what the path of the deleting route calls the object, when it is not what the row calls it */
  params?: (own: NonNullable<MatrixRequest['params']>) => Record<string, string>
  body?: Record<string, unknown>
}

/** Erases the account behind a shop: the shop is gone with it. */
export const shopErased: Deletion = async ({ params }) => {
  const { user_id: userId } = await db.from('partners').where('id', params!.partnerId).firstOrFail()
  const actor = asActor(await actorOfRole('senior_admin'))
  await new EraseAccount().execute({ actor, userId })
}

/** Deletes the object of a request by its own route, as its owner or as staff would. */
export function deletedBy(
  route: string,
  { role, params = (own) => own, body }: How = {}
): Deletion {
  return async (own, caller) => {
    const deleter = role ? await actorOfRole(role) : caller
    const answer = await send(route, { params: params(own.params!), body }, deleter)
    if (answer.status >= 300)
      throw new Error(`${route} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  }
}
