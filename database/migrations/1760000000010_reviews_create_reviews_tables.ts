import { BaseSchema } from '@adonisjs/lucid/schema'

/** What clients say about delivered lines, and what others say about that. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('reviews', (table) => {
      table.string('id', 32).primary()
      /* one review for each line */
      table.string('order_line_id', 32).notNullable().unique()
      table.string('listing_id', 32).nullable()
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('client_id', 32).notNullable().references('users.id')
      table.integer('rating').notNullable()
      table.string('title', 120).notNullable()
      table.text('body').notNullable()
      /* published -> removed; counted in the ratings while published */
      table.string('status', 10).notNullable()
      table.text('reply').nullable()
      table.bigInteger('replied_at').nullable()
      table.integer('open_reports').notNullable().defaultTo(0)
      table.text('removal_reason').nullable()
      table.bigInteger('editable_until').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['listing_id', 'status', 'id'])
      table.index(['listing_id', 'status', 'rating', 'id'])
      table.index(['listing_id', 'status', 'open_reports', 'id'])
      table.index(['partner_id', 'status', 'id'])
      table.index(['partner_id', 'status', 'rating', 'id'])
      table.index(['partner_id', 'status', 'open_reports', 'id'])
      table.index(['client_id', 'id'])
      table.index(['status', 'open_reports', 'id'])
      table.index(['status', 'rating', 'open_reports', 'id'])
      table.check('rating BETWEEN 1 AND 5', {}, 'review_rating')
    })

    this.schema.createTable('review_reports', (table) => {
      table.string('review_id', 32).notNullable().references('reviews.id')
      table.string('user_id', 32).notNullable()
      table.string('reason', 20).notNullable()
      table.text('note').nullable()
      table.bigInteger('created_at').notNullable()
      table.primary(['review_id', 'user_id'])
    })
  }

  async down() {
    this.schema.dropTable('review_reports')
    this.schema.dropTable('reviews')
  }
}
