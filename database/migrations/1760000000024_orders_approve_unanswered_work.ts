import { BaseSchema } from '@adonisjs/lucid/schema'

const TWO_WEEKS = 14 * 24 * 60 * 60 * 1000

/** When work that a client does not answer counts as approved. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('partner_orders', (table) => {
      table.bigInteger('approves_at').nullable()
      table.index(['status', 'approves_at', 'id'])
    })
    // what waits already waits as long from its last step on
    this.defer(async (db) => {
      await db
        .from('partner_orders')
        .where('status', 'submitted')
        .update({ approves_at: db.raw('updated_at + ?', [TWO_WEEKS]) })
    })
  }

  async down() {
    this.schema.alterTable('partner_orders', (table) => {
      table.dropIndex(['status', 'approves_at', 'id'])
      table.dropColumn('approves_at')
    })
  }
}
