import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NoImpersonation } from '#impersonation/errors'
import { addNote } from '#impersonation/services/notes'
import { close } from '#impersonation/services/close'
import { forgetImpersonations } from '#impersonation/services/live_sessions'
import { openOf } from '#impersonation/queries/open_of'

interface EndInput {
  actor: Actor
  /** a last note, for staff */
  note?: string
}

/** A member of staff stops looking. */
export default class EndImpersonation {
  /**
   * @returns the id of what ended
   * @throws NoImpersonation (409) when the actor has none open
   */
  async execute({ actor, note }: EndInput): Promise<string> {
    const id = await write(async (trx) => {
      const open = await openOf(trx, actor.id)
      if (note !== undefined) await addNote(trx, open.id, note)
      if (!(await close(trx, open, 'ended', actor))) throw new NoImpersonation()
      return open.id
    })
    forgetImpersonations()
    return id
  }
}
