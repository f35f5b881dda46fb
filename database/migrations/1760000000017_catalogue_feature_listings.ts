import { BaseSchema } from '@adonisjs/lucid/schema'

/** Listings that staff put forward. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('listings', (table) => {
      table.boolean('is_featured').notNullable().defaultTo(false)
      table.index(['is_public', 'kind', 'is_featured', 'id'])
    })
  }

  async down() {
    this.schema.alterTable('listings', (table) => {
      table.dropIndex(['is_public', 'kind', 'is_featured', 'id'])
      table.dropColumn('is_featured')
    })
  }
}
