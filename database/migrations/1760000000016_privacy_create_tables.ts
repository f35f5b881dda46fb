import { BaseSchema } from '@adonisjs/lucid/schema'

/** So that a deleted word leaves the index at once, and not with a later merge. */
const FORGET_WORDS = ['partner_words', 'listing_words'].map(
  (table) => `INSERT INTO ${table}(${table}, rank) VALUES('secure-delete', 1)`
)

/** Ways from a person to their rows that no list needed so far. */
const WAYS = [
  ['order_changes', 'partner_order_id'],
  ['disputes', 'partner_order_id'],
  ['review_reports', 'user_id'],
]

/** A foreign key, which MySQL has an index for by itself. */
const WAY_OF_SQLITE = ['payment_links', 'order_id']

/** What people may ask of their data: exports, and the tombstones of erased accounts. */
export default class extends BaseSchema {
  #ways() {
    return this.db.dialect.name === 'mysql' ? WAYS : [...WAYS, WAY_OF_SQLITE]
  }

  async up() {
    this.schema.createTable('data_exports', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id')
      /* the account while the export is made, its own id afterwards: one at a time */
      table.string('open_for', 32).notNullable().unique()
      /* requested -> ready -> expired; requested -> failed */
      table.string('status', 10).notNullable()
      table.string('file_id', 32).nullable().references('files.id')
      table.bigInteger('expires_at').nullable()
      table.bigInteger('ready_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['user_id', 'id'])
      table.index(['status', 'expires_at', 'id'])
    })

    /* one row for each erased account; whose it was is known by its id alone */
    this.schema.createTable('erasures', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().unique()
      /* self, staff, restore: who wanted it */
      table.string('origin', 10).notNullable()
      table.string('requested_by', 32).nullable()
      /* what is still looked for in what others keep: encrypted, gone with the last look */
      table.text('traces', 'mediumtext').nullable()
      table.integer('looks').notNullable().defaultTo(0)
      table.bigInteger('swept_at').nullable()
      table.bigInteger('created_at').notNullable()
    })

    this.schema.alterTable('users', (table) => {
      table.bigInteger('erased_at').nullable()
    })
    for (const [name, column] of this.#ways())
      this.schema.alterTable(name, (table) => table.index([column]))

    this.defer(async (db) => {
      if (db.dialect.name !== 'better-sqlite3') return
      for (const statement of FORGET_WORDS) await db.rawQuery(statement)
    })
  }

  async down() {
    for (const [name, column] of this.#ways())
      this.schema.alterTable(name, (table) => table.dropIndex([column]))
    this.schema.alterTable('users', (table) => table.dropColumn('erased_at'))
    this.schema.dropTable('erasures')
    this.schema.dropTable('data_exports')
  }
}
