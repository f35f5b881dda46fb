import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { openOf } from '#impersonation/queries/open_of'
import { addNote } from '#impersonation/services/notes'

export interface AddedNote {
  sessionId: string
  text: string
  created_at: number
}

/** What a member of staff found, noted while looking. */
export default class AddImpersonationNote {
  /** @throws NoImpersonation (409) when the actor has none open */
  async execute({ actor, note }: { actor: Actor; note: string }): Promise<AddedNote> {
    return write(async (trx) => {
      const open = await openOf(trx, actor.id)
      const createdAt = await addNote(trx, open.id, note)
      await recordAudit(trx, {
        actor,
        action: 'impersonation.noted',
        subject: { type: 'user', id: open.client_id },
        after: { impersonationId: open.id },
      })
      return { sessionId: open.id, text: note, created_at: createdAt }
    })
  }
}
