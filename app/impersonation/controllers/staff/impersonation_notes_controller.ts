import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { toIso } from '#core/support/clock'
import AddImpersonationNote from '#impersonation/actions/add_impersonation_note'
import { noteValidator } from '#impersonation/validators/impersonation'

/** Notes that staff make while they look. */
@inject()
export default class ImpersonationNotesController {
  constructor(private addNote: AddImpersonationNote) {}

  /** Note something on the own open impersonation; the client does not see it. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const { note } = await request.validateUsing(noteValidator)
    const added = await this.addNote.execute({ actor: actor!, note })
    response.status(201)
    return serialize({
      sessionId: added.sessionId,
      text: added.text,
      createdAt: toIso(added.created_at),
    })
  }
}
