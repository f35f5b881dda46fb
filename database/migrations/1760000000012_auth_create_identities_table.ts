import { BaseSchema } from '@adonisjs/lucid/schema'

/** Accounts at Google and Azure that open one of ours, and the ID tokens that have done so already. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('identities', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id')
      table.string('provider', 10).notNullable()
      table.string('issuer', 255).notNullable()
      table.string('subject', 255).notNullable()
      // of the three above: MariaDB compares text without case, and subjects differ by it
      table.string('identity_hash', 64).notNullable().unique()
      table.string('email', 190).nullable()
      table.bigInteger('last_used_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['user_id', 'id'])
    })

    this.schema.createTable('used_id_tokens', (table) => {
      table.string('token_hash', 64).primary()
      table.bigInteger('expires_at').notNullable().index()
    })
  }

  async down() {
    this.schema.dropTable('used_id_tokens')
    this.schema.dropTable('identities')
  }
}
