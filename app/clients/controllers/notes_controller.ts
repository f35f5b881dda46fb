import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import WriteNote from '#clients/actions/write_note'
import ListNotes from '#clients/queries/list_notes'
import NoteTransformer from '#clients/transformers/note_transformer'
import {
  listNotesValidator,
  newNoteValidator,
  noteChangesValidator,
} from '#clients/validators/note'

/** What staff note about clients and partners, for colleagues alone. */
@inject()
export default class NotesController {
  constructor(
    private listNotes: ListNotes,
    private writeNote: WriteNote
  ) {}

  /** Notes on one client or partner: pinned ones first, then the newest. */
  async index({ params, request, serializePage }: HttpContext) {
    const page = await request.validateUsing(listNotesValidator)
    const { rows, meta } = await this.listNotes.execute(params.customerId, page)
    return serializePage(NoteTransformer.transform(rows), meta)
  }

  /** Note something. */
  async store({ actor, params, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(newNoteValidator)
    const { customerId } = params
    const note = await this.writeNote.add({ actor: actor!, customerId, ...input })
    response.status(201)
    return serialize(NoteTransformer.transform(note))
  }

  /** Change an own note; a new text is marked as edited. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const changes = await request.validateUsing(noteChangesValidator)
    const { noteId } = params
    const note = await this.writeNote.change({ actor: actor!, noteId, ...changes })
    return serialize(NoteTransformer.transform(note))
  }

  /** Remove an own note. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.writeNote.remove({ actor: actor!, noteId: params.noteId })
    response.status(204)
  }
}
