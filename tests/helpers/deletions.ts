import type { Role } from '#core/actor'
import { actorOfRole } from '#tests/helpers/actors'
import { send } from '#tests/matrix/matrix'
import type { Deletion, MatrixRequest } from '#tests/matrix/row'

interface How {
  /** who deletes; the row's own caller when not given */
  role?: Role
  /** what the path of the deleting route calls the object, when it is not what the row calls it */
  params?: (own: NonNullable<MatrixRequest['params']>) => Record<string, string>
}

/** Deletes the object of a request by its own route, as its owner or as staff would. */
export function deletedBy(route: string, { role, params = (own) => own }: How = {}): Deletion {
  return async (own, caller) => {
    const deleter = role ? await actorOfRole(role) : caller
    const { status, body } = await send(route, { params: params(own.params!) }, deleter)
    if (status >= 300) throw new Error(`${route} answered ${status}: ${JSON.stringify(body)}`)
  }
}
