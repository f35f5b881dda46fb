import logger from '@adonisjs/core/services/logger'
import { BaseSchema } from '@adonisjs/lucid/schema'
import { LEDGER_TRIGGERS } from '#database/triggers/ledger'

/** managed servers with a binary log: they want log_bin_trust_function_creators */
const TRIGGERS_NOT_ALLOWED = 1419

/** The books: double entry, append-only; and the rules of what the platform keeps of a sale. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('ledger_accounts', (table) => {
      table.bigIncrements('id')
      table.string('kind', 30).notNullable()
      /* whose it is: a partner, a gateway's name; '' for the platform itself */
      table.string('owner_id', 32).notNullable().defaultTo('')
      table.string('currency', 3).notNullable()
      /* what the owner holds is positive; outside accounts (gateway, bank) run below zero */
      table.bigInteger('balance').notNullable().defaultTo(0)
      table.bigInteger('floor').nullable()
      table.bigInteger('ceiling').nullable()
      table.integer('version').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.unique(['kind', 'owner_id', 'currency'])
      table.index(['owner_id', 'currency'])
    })

    this.schema.createTable('ledger_transactions', (table) => {
      table.bigIncrements('id')
      table.string('kind', 30).notNullable()
      table.string('ref_type', 30).notNullable()
      table.string('ref_id', 40).notNullable()
      table.string('currency', 3).notNullable()
      table.string('status', 6).notNullable()
      table.bigInteger('reverses_id').nullable().unique()
      table.string('actor_id', 32).nullable()
      table.bigInteger('created_at').notNullable()
      /* a fact is booked once */
      table.unique(['kind', 'ref_type', 'ref_id'])
      table.index(['ref_id'])
      table.index(['status', 'id'])
    })

    this.schema.createTable('ledger_entries', (table) => {
      table.bigIncrements('id')
      table.bigInteger('transaction_id').notNullable()
      table.integer('seq').notNullable()
      table.bigInteger('account_id').notNullable()
      table.bigInteger('amount').notNullable()
      table.bigInteger('balance_after').notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['transaction_id', 'seq'])
      table.index(['account_id', 'id'])
      /* statements: a stretch of time of one account */
      table.index(['account_id', 'created_at', 'id'])
      table.check('amount <> 0', {}, 'ledger_entry_moves_something')
    })

    /* what the last look at the books found wrong; while there is any, no money leaves */
    this.schema.createTable('integrity_findings', (table) => {
      table.string('invariant', 60).primary()
      table.integer('differences').notNullable()
      table.text('examples').notNullable()
      table.bigInteger('found_at').notNullable()
    })

    this.schema.createTable('commission_rules', (table) => {
      table.bigIncrements('id')
      table.integer('position').notNullable().unique()
      table.string('name', 80).notNullable()
      /* what a sale must be for the rule to hold; '' is any */
      table.string('partner_id', 32).notNullable().defaultTo('')
      table.string('category_id', 32).notNullable().defaultTo('')
      table.string('listing_kind', 10).notNullable().defaultTo('')
      table.integer('bps').notNullable()
      table.bigInteger('created_at').notNullable()
    })

    this.defer(async (db) => {
      const dialect = db.dialect.name === 'mysql' ? 'mysql' : 'sqlite'
      for (const statement of LEDGER_TRIGGERS[dialect])
        await db.rawQuery(statement).catch((error) => {
          if (error.errno !== TRIGGERS_NOT_ALLOWED) throw error
          logger.warn(
            'this MySQL allows no triggers: the books rest on posting and integrity alone'
          )
        })
    })
  }

  async down() {
    for (const table of [
      'commission_rules',
      'integrity_findings',
      'ledger_entries',
      'ledger_transactions',
      'ledger_accounts',
    ])
      this.schema.dropTable(table)
  }
}
