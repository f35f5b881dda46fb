import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * A number belongs to an account once it is confirmed, and to one alone: the database sees to it by a
 * column that it makes itself. Before, it is what somebody says, and others may say it, too. And
 * messages are found by where they went, for an erasure.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('users', (table) => table.dropUnique(['phone']))
    this.schema.raw(
      'ALTER TABLE users ADD COLUMN proven_phone VARCHAR(20) GENERATED ALWAYS AS ' +
        '(CASE WHEN phone_verified_at IS NULL THEN NULL ELSE phone END) VIRTUAL'
    )
    this.schema.raw('CREATE UNIQUE INDEX users_proven_phone_unique ON users (proven_phone)')
    this.schema.alterTable('users', (table) => table.index(['phone']))
    this.schema.alterTable('email_logs', (table) => table.index(['to_address']))
    this.schema.alterTable('sms_logs', (table) => table.index(['to_number']))
  }

  /** Numbers that were never confirmed are lost: before, no two accounts could name the same. */
  async down() {
    this.schema.alterTable('sms_logs', (table) => table.dropIndex(['to_number']))
    this.schema.alterTable('email_logs', (table) => table.dropIndex(['to_address']))
    this.schema.raw('UPDATE users SET phone = NULL WHERE phone_verified_at IS NULL')
    this.schema.alterTable('users', (table) => table.dropUnique(['proven_phone']))
    this.schema.raw('ALTER TABLE users DROP COLUMN proven_phone')
    this.schema.alterTable('users', (table) => {
      table.dropIndex(['phone'])
      table.unique(['phone'])
    })
  }
}
