import { BaseSchema } from '@adonisjs/lucid/schema'

/** Inquiries of clients, the leads that partners get of them, and what matching is fast by. */
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
      /* leads that may still lead to something: pending, viewed, quoted */
      table.integer('live_leads').notNullable().defaultTo(0)
      /* raised by whoever changes the inquiry or its leads: this update is their lock */
      table.integer('version').notNullable().defaultTo(0)
      table.bigInteger('closed_at').nullable()
      table.bigInteger('created_at').notNullable()
      /* the last change of status, or quote: an inquiry expires by it */
      table.bigInteger('updated_at').notNullable()
      table.index(['created_at'])
      table.index(['client_id', 'id'])
      table.index(['client_id', 'status', 'id'])
      table.index(['status', 'id'])
      table.index(['status', 'updated_at', 'id'])
      table.index(['status', 'live_leads', 'id'])
      table.index(['category_id', 'id'])
      table.index(['category_id', 'status', 'id'])
      table.index(['location_id', 'id'])
      table.index(['location_id', 'status', 'id'])
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
      table.text('decline_reason').nullable()
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

    /*
     * Where partners who may get a lead now are found: one row for each category of theirs and each
     * area that their radius touches, best first (docs/adr/0009-matching.md).
     */
    this.schema.createTable('partner_reaches', (table) => {
      table.string('category_id', 32).notNullable()
      table.string('currency', 3).notNullable()
      table.integer('area').notNullable()
      /* what is missing to a perfect rating and response rate, in points: 0 is best */
      table.integer('demerit').notNullable()
      table.bigInteger('last_lead_at').notNullable()
      table.string('partner_id', 32).notNullable().references('partners.id').index()
      table.integer('rating_points').notNullable()
      table.integer('response_points').notNullable()
      table.bigInteger('rate_min').notNullable()
      table.bigInteger('rate_max').notNullable()
      table.string('location_id', 32).notNullable()
      /* the place as a point on the unit sphere, and the cosine of the radius seen from its centre */
      table.double('x').notNullable()
      table.double('y').notNullable()
      table.double('z').notNullable()
      table.double('min_dot').notNullable()
      table.primary(['category_id', 'currency', 'area', 'demerit', 'last_lead_at', 'partner_id'])
    })

    /* Matching takes turns within a main category: the update of its row is the lock. */
    this.schema.createTable('matching_queues', (table) => {
      table.string('category_id', 32).primary()
      table.bigInteger('turns').notNullable()
    })
  }

  async down() {
    this.schema.dropTable('matching_queues')
    this.schema.dropTable('partner_reaches')
    this.schema.dropTable('leads')
    this.schema.dropTable('inquiries')
  }
}
