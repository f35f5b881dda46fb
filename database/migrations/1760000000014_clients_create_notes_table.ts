import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What the list of clients and partners is searched and sorted by, made by the database from the
 * columns themselves so that nobody can forget to write it: the name in lower case, what follows the
 * first blank of it (mostly the family name), and the last log-in as a number that is never null.
 */
const KEYS = [
  ['name_key', 'VARCHAR(120)', 'LOWER(name)'],
  ['family_key', 'VARCHAR(120)', "LOWER(SUBSTR(name, INSTR(name, ' ') + 1))"],
  ['login_key', 'BIGINT', 'COALESCE(last_login_at, 0)'],
]

/** [columns], beside those on users that were there before */
const INDEXES = [
  ['name_key', 'id'],
  ['family_key', 'id'],
  ['login_key', 'id'],
  ['status', 'suspended_until', 'id'],
  ['country', 'id'],
  ['email_verified_at', 'phone_verified_at', 'id'],
  ['two_factor', 'id'],
]

const nameOf = (columns: string[]) => `users_${columns.join('_')}_index`

/** What staff note about clients and partners, why an account is closed, and how accounts are found. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('notes', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id')
      table.string('author_id', 32).notNullable().references('users.id').index()
      table.text('body').notNullable()
      table.boolean('is_pinned').notNullable().defaultTo(false)
      table.bigInteger('edited_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['user_id', 'is_pinned', 'id'])
    })
    this.schema.alterTable('users', (table) => {
      table.text('status_reason').nullable()
      table.bigInteger('suspended_until').nullable()
    })
    for (const [name, type, value] of KEYS)
      this.schema.raw(
        `ALTER TABLE users ADD COLUMN ${name} ${type} GENERATED ALWAYS AS (${value}) VIRTUAL`
      )
    for (const columns of INDEXES)
      this.schema.raw(`CREATE INDEX ${nameOf(columns)} ON users (${columns.join(', ')})`)
  }

  async down() {
    for (const columns of INDEXES)
      this.schema.alterTable('users', (table) => table.dropIndex(columns, nameOf(columns)))
    for (const [name] of KEYS) this.schema.raw(`ALTER TABLE users DROP COLUMN ${name}`)
    for (const name of ['status_reason', 'suspended_until'])
      this.schema.raw(`ALTER TABLE users DROP COLUMN ${name}`)
    this.schema.dropTable('notes')
  }
}
