import { BaseSchema } from '@adonisjs/lucid/schema'

/** Inquiries of clients, and the leads that partners get of them. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('inquiries', (table) => {
      table.string('id', 32).primary()
      table.string('client_id', 32).notNullable().references('users.id')
      table.string('category_id', 32).notNullable().references('categories.id')
      table.string('location_id', 32).notNullable().references('locations.id')
      table.string('title', 160).notNullable()
      table.text('description').notNullable()
      table.bigInteger('budget_min').notNullable()
      table.bigInteger('budget_max').notNullable()
      table.string('currency', 3).notNullable()
      table.string('wanted_on', 10).nullable()
      table.string('status', 10).notNullable()
      table.string('accepted_lead_id', 32).nullable()
      table.bigInteger('closed_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['created_at'])
      table.index(['client_id', 'id'])
      table.index(['status', 'id'])
      table.index(['category_id', 'id'])
      table.index(['location_id', 'id'])
    })

    this.schema.createTable('leads', (table) => {
      table.string('id', 32).primary()
      table.string('inquiry_id', 32).notNullable().references('inquiries.id')
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('status', 10).notNullable()
      /* the order in which partners of this inquiry were asked, 1 first */
      table.integer('rank').notNullable()
      /* 0 to 1,000,000: the sum of the weighted parts */
      table.integer('score').notNullable()
      table.text('score_parts').notNullable()
      table.integer('rule_version').notNullable()
      table.bigInteger('quote_amount').nullable()
      table.string('quote_currency', 3).nullable()
      table.text('message').nullable()
      table.bigInteger('due_at').notNullable()
      table.bigInteger('viewed_at').nullable()
      table.bigInteger('answered_at').nullable()
      table.bigInteger('ended_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['created_at', 'answered_at'])
      table.unique(['inquiry_id', 'partner_id'])
      table.index(['partner_id', 'score', 'id'])
      table.index(['partner_id', 'status', 'score', 'id'])
      table.index(['status', 'due_at', 'id'])
    })
  }

  async down() {
    this.schema.dropTable('leads')
    this.schema.dropTable('inquiries')
  }
}
