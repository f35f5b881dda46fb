import { BaseTransformer } from '@adonisjs/core/transformers'
import type { NoteRow } from '#clients/queries/list_notes'
import { toIso } from '#core/support/clock'

/** What a colleague noted. */
export default class NoteTransformer extends BaseTransformer<NoteRow> {
  toObject() {
    const note = this.resource
    return {
      id: note.id,
      customerId: note.user_id,
      author: { id: note.author_id, name: note.author_name },
      body: note.body,
      isPinned: Boolean(note.is_pinned),
      isEdited: note.edited_at !== null,
      editedAt: toIso(note.edited_at),
      createdAt: toIso(note.created_at),
    }
  }
}
