import { BaseSchema } from '@adonisjs/lucid/schema'

/** What staff write down about an order, for each other. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('order_notes', (table) => {
      table.bigIncrements('id')
      table.string('order_id', 32).notNullable().references('orders.id')
      table.string('author_id', 32).notNullable()
      table.text('body').notNullable()
      table.bigInteger('created_at').notNullable()
      table.index(['order_id', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('order_notes')
  }
}
