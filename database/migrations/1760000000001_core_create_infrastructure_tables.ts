import { BaseSchema } from '@adonisjs/lucid/schema'

/** The tables of app/core: jobs, schedule, idempotency keys, counters. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('outbox', (table) => {
      table.string('id', 32).primary()
      table.string('name', 80).notNullable()
      table.string('queue', 40).notNullable()
      table.text('payload').notNullable()
      table.string('dedupe_key', 120).notNullable().unique()
      table.string('state', 10).notNullable()
      table.bigInteger('available_at').notNullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.string('lease_token', 36).nullable()
      table.bigInteger('lease_until').notNullable().defaultTo(0)
      table.bigInteger('queued_at').nullable()
      table.bigInteger('done_at').nullable()
      table.bigInteger('dead_at').nullable()
      table.text('last_error').nullable()
      table.string('request_id', 128).nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['state', 'available_at', 'id'])
      table.index(['queue', 'state', 'available_at', 'id'])
      table.index(['state', 'id'])
      table.index(['queue', 'id'])
      table.index(['name', 'id'])
    })

    this.schema.createTable('schedule_runs', (table) => {
      table.string('task', 80).notNullable()
      table.string('period_key', 32).notNullable()
      table.bigInteger('due_at').notNullable()
      table.string('state', 10).notNullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.string('cursor', 255).nullable()
      table.text('last_error').nullable()
      table.bigInteger('started_at').nullable()
      table.bigInteger('finished_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.primary(['task', 'period_key'])
      table.index(['task', 'due_at'])
      table.index(['due_at', 'task'])
      table.index(['task', 'state', 'due_at'])
      table.index(['state', 'due_at', 'task'])
    })

    this.schema.createTable('schedule_leases', (table) => {
      table.string('task', 80).primary()
      table.string('lease_token', 36).notNullable()
      table.bigInteger('lease_until').notNullable()
    })

    this.schema.createTable('idempotency_keys', (table) => {
      table.string('id', 36).primary()
      table.string('scope', 64).notNullable()
      table.string('idem_key', 255).notNullable()
      table.string('request_hash', 64).notNullable()
      table.string('state', 10).notNullable()
      table.string('lease_token', 36).notNullable()
      table.bigInteger('lease_until').notNullable()
      table.integer('status_code').nullable()
      table.text('body', 'longtext').nullable()
      table.bigInteger('expires_at').notNullable().index()
      table.bigInteger('created_at').notNullable()
      table.unique(['scope', 'idem_key'])
    })

    this.schema.createTable('usage_counters', (table) => {
      table.string('subject', 190).notNullable()
      table.string('kind', 60).notNullable()
      table.integer('window_no').notNullable()
      table.integer('used').notNullable()
      table.bigInteger('expires_at').notNullable().index()
      table.primary(['subject', 'kind', 'window_no'])
    })

    this.schema.createTable('audit_entries', (table) => {
      table.bigIncrements('id')
      table.string('actor_id', 32).nullable()
      table.string('actor_role', 20).nullable()
      table.string('impersonator_id', 32).nullable()
      table.string('action', 80).notNullable()
      table.string('subject_type', 40).notNullable()
      table.string('subject_id', 64).notNullable()
      table.text('before', 'mediumtext').nullable()
      table.text('after', 'mediumtext').nullable()
      table.text('reason').nullable()
      table.string('ip', 45).nullable()
      table.string('request_id', 128).nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['actor_id', 'created_at', 'id'])
      table.index(['subject_id', 'created_at', 'id'])
      table.index(['action', 'created_at', 'id'])
      table.index(['created_at', 'id'])
    })
  }

  async down() {
    for (const table of [
      'audit_entries',
      'usage_counters',
      'idempotency_keys',
      'schedule_leases',
      'schedule_runs',
      'outbox',
    ])
      this.schema.dropTable(table)
  }
}
