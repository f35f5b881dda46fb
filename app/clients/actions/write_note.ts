import { recordAudit } from '#audit/record'
import { TooManyNotes } from '#clients/errors'
import { lockCustomer } from '#clients/queries/customer_by_id'
import { noteRows, type NoteRow } from '#clients/queries/list_notes'
import type { Actor } from '#core/actor'
import { changedOne, deleted } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'

const MOST_NOTES = 1000

export interface NoteFields {
  body: string
  /** pinned notes stand above the others */
  isPinned?: boolean
}

/**
 * Staff note something about a client or a partner, for colleagues only. Everybody changes and removes
 * their own notes alone; the audit trail keeps that it was done, not what the note said.
 */
export default class WriteNote {
  /** @throws NotFound for staff accounts, and for deleted ones; TooManyNotes */
  async add(input: { actor: Actor; customerId: string } & NoteFields): Promise<NoteRow> {
    const { actor, customerId, body, isPinned = false } = input
    return write(async (trx) => {
      await lockCustomer(trx, customerId)
      const { count } = await trx
        .from('notes')
        .where('user_id', customerId)
        .count('* as count')
        .first()
      if (Number(count) >= MOST_NOTES) throw new TooManyNotes()
      const id = newId('note')
      const now = clock.now()
      await trx.insertQuery().table('notes').insert({
        id,
        user_id: customerId,
        author_id: actor.id,
        body,
        is_pinned: isPinned,
        created_at: now,
        updated_at: now,
      })
      await audit(trx, actor, 'note.added', { id, user_id: customerId })
      return noteById(trx, id)
    })
  }

  /** @throws NotFound, also for a colleague's note */
  async change(input: { actor: Actor; noteId: string } & Partial<NoteFields>): Promise<NoteRow> {
    const { actor, noteId, body, isPinned } = input
    return write(async (trx) => {
      const now = clock.now()
      const own = trx.from('notes').where({ id: noteId, author_id: actor.id })
      const isChanged = await changedOne(own, {
        updated_at: now,
        ...(body !== undefined && { body, edited_at: now }),
        ...(isPinned !== undefined && { is_pinned: isPinned }),
      })
      if (!isChanged) throw new NotFound()
      const note = await noteById(trx, noteId)
      await audit(trx, actor, 'note.changed', note)
      return note
    })
  }

  /** @throws NotFound, also for a colleague's note */
  async remove({ actor, noteId }: { actor: Actor; noteId: string }): Promise<void> {
    await write(async (trx) => {
      const own = () => trx.from('notes').where({ id: noteId, author_id: actor.id })
      const note = await own().first()
      if (!note || (await deleted(own())) !== 1) throw new NotFound()
      await audit(trx, actor, 'note.removed', note)
    })
  }
}

async function noteById(trx: Transaction, id: string): Promise<NoteRow> {
  return noteRows(trx).where('notes.id', id).firstOrFail()
}

function audit(
  trx: Transaction,
  actor: Actor,
  action: string,
  note: { id: string; user_id: string }
) {
  return recordAudit(trx, {
    actor,
    action,
    subject: { type: 'user', id: note.user_id },
    after: { noteId: note.id },
  })
}
