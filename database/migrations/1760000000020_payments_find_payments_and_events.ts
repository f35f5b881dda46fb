import { BaseSchema } from '@adonisjs/lucid/schema'

/** How staff find odd payments, the messages about one, and who used a coupon. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('payments', (table) => {
      table.index(['flag', 'id'])
      /* the amount lies in it, so that a range of amounts is looked for without reading rows */
      table.index(['currency', 'id', 'amount'])
    })
    this.schema.alterTable('webhook_events', (table) => {
      /* the payment that it is about, once that is known */
      table.string('payment_id', 32).nullable()
      table.index(['payment_id', 'id'])
    })
    this.schema.alterTable('coupon_redemptions', (table) => {
      table.index(['coupon_id', 'order_id'])
    })
  }

  async down() {
    this.schema.alterTable('coupon_redemptions', (table) => {
      table.dropIndex(['coupon_id', 'order_id'])
    })
    this.schema.alterTable('webhook_events', (table) => {
      table.dropIndex(['payment_id', 'id'])
      table.dropColumn('payment_id')
    })
    this.schema.alterTable('payments', (table) => {
      table.dropIndex(['currency', 'id', 'amount'])
      table.dropIndex(['flag', 'id'])
    })
  }
}
