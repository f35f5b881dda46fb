import { BaseSchema } from '@adonisjs/lucid/schema'

/** A withdrawal that somebody of staff looks into is approved by nobody until it is let go. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('withdrawals', (table) => {
      table.bigInteger('held_at').nullable()
      table.text('hold_reason').nullable()
      table.index(['currency', 'status', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('withdrawals', (table) => {
      table.dropIndex(['currency', 'status', 'id'])
      table.dropColumns('held_at', 'hold_reason')
    })
  }
}
