import { BaseSchema } from '@adonisjs/lucid/schema'
import { AUDIT_TRIGGERS } from '#database/triggers/audit'
import { createTriggers } from '#database/triggers/rules'

/** The audit trail is sealed in batches, append-only, and can be asked from more sides. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('audit_entries', (table) => {
      /* whom the deed concerns: a client, a partner's owner, the owner of a staff account */
      table.string('person_id', 32).nullable()
      /* the action up to its first dot */
      table.string('noun', 40).notNullable().defaultTo('')
      /* salts the digest of what can be erased */
      table.string('nonce', 24).nullable()
      /* that digest, once before, after, reason and ip were erased */
      table.string('details_hash', 64).nullable()
      table.index(['person_id', 'created_at', 'id'])
      table.index(['noun', 'created_at', 'id'])
      table.index(['impersonator_id', 'created_at', 'id'])
      table.index(['request_id', 'created_at', 'id'])
      table.index(['ip', 'created_at', 'id'])
    })

    this.schema.createTable('audit_seals', (table) => {
      /* counted by us without gaps: a missing number is a missing seal */
      table.integer('id').primary()
      table.bigInteger('first_id').notNullable()
      table.bigInteger('last_id').notNullable().unique()
      table.integer('entries').notNullable()
      /* id:digest of each line, so that a difference has a name */
      table.text('digests', 'mediumtext').notNullable()
      table.string('hash', 64).notNullable()
      /* one chain: no two seals follow the same one */
      table.string('previous_hash', 64).notNullable().unique()
      table.string('signature', 64).notNullable()
      /* which APP_KEY signed it */
      table.string('key_id', 8).notNullable()
      table.bigInteger('sealed_at').notNullable()
    })

    this.defer(async (db) => {
      const actions = await db.from('audit_entries').distinct('action')
      for (const { action } of actions)
        await db
          .from('audit_entries')
          .where({ action })
          .update({ noun: action.split('.')[0].slice(0, 40) })
      await db.rawQuery(
        "UPDATE audit_entries SET person_id = subject_id WHERE subject_type = 'user'"
      )
      await createTriggers(db, AUDIT_TRIGGERS, 'the audit trail rests on its seals alone')
    })
  }

  async down() {
    for (const trigger of ['audit_entries_stay', 'audit_entries_last'])
      this.schema.raw(`DROP TRIGGER IF EXISTS ${trigger}`)
    this.schema.dropTable('audit_seals')
    const added = ['person_id', 'noun', 'impersonator_id', 'request_id', 'ip']
    this.schema.alterTable('audit_entries', (table) => {
      for (const column of added) table.dropIndex([column, 'created_at', 'id'])
      for (const column of ['person_id', 'noun', 'nonce', 'details_hash']) table.dropColumn(column)
    })
  }
}
