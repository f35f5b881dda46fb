import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The charge-backs of a payment are asked for each time that something comes back to it, the links
 * of an order when it ends.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('disputes', (table) => {
      table.index(['payment_id', 'id'])
    })
    this.schema.alterTable('payment_links', (table) => {
      table.index(['order_id', 'status'])
    })
  }

  async down() {
    this.schema.alterTable('payment_links', (table) => {
      table.dropIndex(['order_id', 'status'])
    })
    this.schema.alterTable('disputes', (table) => {
      table.dropIndex(['payment_id', 'id'])
    })
  }
}
