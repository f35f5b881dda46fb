import { BaseSchema } from '@adonisjs/lucid/schema'

/** Second factors of accounts, the devices they know, and when a session last proved whose it is. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('totp_factors', (table) => {
      table.string('user_id', 32).primary().references('users.id')
      /* encrypted */
      table.text('secret').notNullable()
      /* null while the owner has not shown a code of it yet */
      table.bigInteger('confirmed_at').nullable()
      /* 30 second steps since 1970: a code is good for later ones alone */
      table.bigInteger('last_step').notNullable()
      table.bigInteger('created_at').notNullable()
    })

    this.schema.createTable('recovery_codes', (table) => {
      table.string('user_id', 32).notNullable().references('users.id')
      table.string('code_hash', 64).notNullable()
      table.bigInteger('used_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.primary(['user_id', 'code_hash'])
    })

    this.schema.createTable('known_devices', (table) => {
      table.string('token_hash', 64).primary()
      table.string('user_id', 32).notNullable().references('users.id').index()
      /* until then the password alone is enough here */
      table.bigInteger('remembered_until').nullable()
      table.bigInteger('last_seen_at').notNullable()
      table.bigInteger('expires_at').notNullable().index()
      table.bigInteger('created_at').notNullable()
    })

    this.schema.alterTable('sessions', (table) => {
      table.bigInteger('proved_at').nullable()
    })

    this.schema.alterTable('challenges', (table) => {
      /* how its code was sent; null: it waits for one that nobody sends, such as TOTP */
      table.string('channel', 10).nullable()
    })
  }

  async down() {
    this.schema.alterTable('challenges', (table) => table.dropColumn('channel'))
    this.schema.alterTable('sessions', (table) => table.dropColumn('proved_at'))
    for (const table of ['known_devices', 'recovery_codes', 'totp_factors'])
      this.schema.dropTable(table)
  }
}
