import { BaseSchema } from '@adonisjs/lucid/schema'

/** The charge-backs of a payment are asked for each time that something comes back to it. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('disputes', (table) => {
      table.index(['payment_id', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('disputes', (table) => {
      table.dropIndex(['payment_id', 'id'])
    })
  }
}
