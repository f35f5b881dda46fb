import { BaseSchema } from '@adonisjs/lucid/schema'
import { IMPERSONATION_TRIGGERS } from '#database/triggers/impersonation'
import { createTriggers } from '#database/triggers/rules'

/** Staff who looked through somebody's eyes: who, why, how long, and every request of it. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('impersonations', (table) => {
      table.string('id', 32).primary()
      table.string('staff_id', 32).notNullable().references('users.id')
      table.string('staff_session_id', 32).notNullable().references('sessions.id')
      table.string('client_id', 32).notNullable().references('users.id')
      table.string('reason', 500).notNullable()
      table.string('token_hash', 64).notNullable().unique()
      /* status and password of both accounts at the start, digested: another one ends it */
      table.string('staff_mark', 64).notNullable()
      table.string('client_mark', 64).notNullable()
      /* staff_id while it is open: each staff member has one at a time */
      table.string('open_staff_id', 32).nullable().unique()
      table.bigInteger('started_at').notNullable()
      table.bigInteger('expires_at').notNullable()
      table.bigInteger('ended_at').nullable()
      table.string('end_reason', 20).nullable()
      table.index(['staff_id', 'started_at', 'id'])
      table.index(['client_id', 'started_at', 'id'])
      table.index(['started_at', 'id'])
    })

    this.schema.createTable('impersonation_requests', (table) => {
      table.bigIncrements('id')
      table.string('impersonation_id', 32).notNullable().references('impersonations.id')
      table.string('method', 10).notNullable()
      /* null for an address that no route has */
      table.string('route', 80).nullable()
      table.string('path', 500).notNullable()
      table.integer('status').notNullable()
      table.string('request_id', 128).notNullable()
      table.bigInteger('created_at').notNullable()
      table.index(['impersonation_id', 'id'])
    })

    this.schema.createTable('impersonation_notes', (table) => {
      table.bigIncrements('id')
      table.string('impersonation_id', 32).notNullable().references('impersonations.id')
      table.text('text').notNullable()
      table.bigInteger('created_at').notNullable()
      table.index(['impersonation_id', 'id'])
    })

    this.defer((db) =>
      createTriggers(db, IMPERSONATION_TRIGGERS, 'the log of impersonations rests on the code')
    )
  }

  async down() {
    for (const table of ['impersonation_notes', 'impersonation_requests', 'impersonations'])
      this.schema.dropTable(table)
  }
}
