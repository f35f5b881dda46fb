import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a lost charge-back took beyond what its payment had left is the platform's own loss. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('disputes', (table) => {
      table.bigInteger('lost_amount').notNullable().defaultTo(0)
    })
  }

  async down() {
    this.schema.alterTable('disputes', (table) => {
      table.dropColumn('lost_amount')
    })
  }
}
