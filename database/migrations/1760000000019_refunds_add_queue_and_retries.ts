import { BaseSchema } from '@adonisjs/lucid/schema'

/** The queue of asked refunds, failed refunds that are made again, goods that come back. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('refunds', (table) => {
      /* the refund that was made because this one failed: one at most */
      table.string('retried_by', 32).nullable()
    })
    this.schema.alterTable('refund_requests', (table) => {
      table.index(['created_at', 'id'])
      table.index(['status', 'created_at', 'id'])
      table.index(['partner_id', 'created_at', 'id'])
      table.index(['partner_id', 'status', 'created_at', 'id'])
    })
    this.schema.alterTable('stock_moves', (table) => {
      table.index(['ref_id', 'variant_id'])
    })
  }

  async down() {
    this.schema.alterTable('stock_moves', (table) => {
      table.dropIndex(['ref_id', 'variant_id'])
    })
    this.schema.alterTable('refund_requests', (table) => {
      table.dropIndex(['partner_id', 'status', 'created_at', 'id'])
      table.dropIndex(['partner_id', 'created_at', 'id'])
      table.dropIndex(['status', 'created_at', 'id'])
      table.dropIndex(['created_at', 'id'])
    })
    this.schema.alterTable('refunds', (table) => {
      table.dropColumn('retried_by')
    })
  }
}
