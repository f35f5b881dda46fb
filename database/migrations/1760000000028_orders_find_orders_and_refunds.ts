import { BaseSchema } from '@adonisjs/lucid/schema'

/** How staff find orders by what they come from and come to, and refunds by gateway and amount. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('orders', (table) => {
      table.index(['source', 'created_at', 'id'])
      /* the amounts lie in these, so that a range of them is looked for without reading rows */
      table.index(['currency', 'created_at', 'id', 'total_amount'])
      table.dropIndex(['currency', 'created_at', 'id'])
    })
    this.schema.alterTable('refunds', (table) => {
      table.index(['gateway', 'id'])
      table.index(['currency', 'id', 'amount'])
    })
  }

  async down() {
    this.schema.alterTable('refunds', (table) => {
      table.dropIndex(['currency', 'id', 'amount'])
      table.dropIndex(['gateway', 'id'])
    })
    this.schema.alterTable('orders', (table) => {
      table.index(['currency', 'created_at', 'id'])
      table.dropIndex(['currency', 'created_at', 'id', 'total_amount'])
      table.dropIndex(['source', 'created_at', 'id'])
    })
  }
}
