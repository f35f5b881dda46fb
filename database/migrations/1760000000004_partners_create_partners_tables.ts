import { BaseSchema } from '@adonisjs/lucid/schema'
import { fullTextStatements } from '#database/triggers/full_text'

const MYSQL_WORDS = ['CREATE FULLTEXT INDEX partner_words ON partners (business_name, bio)']

const SQLITE_WORDS = fullTextStatements({
  one: 'partner',
  table: 'partners',
  columns: ['business_name', 'bio'],
})

/** Partners: their shop window, what they do and where, how they were verified, their portfolio. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('partners', (table) => {
      table.string('id', 32).primary()
      table.string('user_id', 32).notNullable().references('users.id').unique()
      table.string('business_name', 120).notNullable()
      table.string('slug', 140).notNullable().unique()
      table.text('bio').nullable()
      table.string('website', 255).nullable()
      table.string('status', 10).notNullable()
      table.string('availability', 10).notNullable().defaultTo('available')
      table.boolean('is_featured').notNullable().defaultTo(false)
      table.string('location_id', 32).nullable().references('locations.id')
      table.integer('radius_km').notNullable().defaultTo(0)
      table.bigInteger('rate_min').nullable()
      table.bigInteger('rate_max').nullable()
      table.string('rate_currency', 3).nullable()
      table.text('languages').notNullable()
      table.string('avatar_file_id', 32).nullable().references('files.id')
      table.string('banner_file_id', 32).nullable().references('files.id')
      table.text('payout_details').nullable()
      table.integer('rating_sum').notNullable().defaultTo(0)
      table.integer('rating_count').notNullable().defaultTo(0)
      /* Bayesian mean of the ratings, in thousandths of a star: sorted by, so kept beside them */
      table.integer('rating_score').notNullable().defaultTo(0)
      table.integer('leads_offered').notNullable().defaultTo(0)
      table.integer('leads_answered').notNullable().defaultTo(0)
      table.integer('open_leads').notNullable().defaultTo(0)
      table.bigInteger('last_lead_at').notNullable().defaultTo(0)
      table.bigInteger('submitted_at').nullable()
      table.bigInteger('verified_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['status', 'submitted_at', 'id'])
      table.index(['status', 'id'])
      table.index(['status', 'rating_score', 'id'])
      table.index(['status', 'location_id', 'rating_score', 'id'])
      table.index(['status', 'location_id', 'id'])
      table.index(['status', 'is_featured', 'rating_score', 'id'])
      table.index(['status', 'is_featured', 'id'])
      /* discovery looks here whether a filter leaves only a few */
      table.index(['status', 'availability', 'id'])
      table.index(['status', 'verified_at', 'id'])
      table.index(['status', 'rate_currency', 'rate_min', 'rate_max', 'id'])
    })

    this.schema.createTable('partner_categories', (table) => {
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('category_id', 32).notNullable().references('categories.id')
      table.primary(['partner_id', 'category_id'])
      table.index(['category_id', 'partner_id'])
    })

    this.schema.createTable('partner_platforms', (table) => {
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('platform', 40).notNullable()
      table.primary(['partner_id', 'platform'])
      table.index(['platform', 'partner_id'])
    })

    this.schema.createTable('verifications', (table) => {
      table.string('id', 32).primary()
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('status', 10).notNullable()
      table.text('note').nullable()
      table.text('reason').nullable()
      table.string('decided_by', 32).nullable()
      table.bigInteger('submitted_at').notNullable()
      table.bigInteger('decided_at').nullable()
      table.index(['partner_id', 'id'])
    })

    this.schema.createTable('verification_documents', (table) => {
      table.string('id', 32).primary()
      table.string('verification_id', 32).notNullable().references('verifications.id').index()
      table.string('file_id', 32).notNullable().references('files.id')
      table.string('kind', 30).notNullable()
      table.bigInteger('created_at').notNullable()
    })

    this.schema.createTable('portfolio_entries', (table) => {
      table.string('id', 32).primary()
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('title', 120).notNullable()
      table.text('description').nullable()
      table.string('link', 255).nullable()
      table.integer('position').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['partner_id', 'position', 'id'])
    })

    this.schema.createTable('portfolio_images', (table) => {
      table.string('entry_id', 32).notNullable().references('portfolio_entries.id')
      table.string('file_id', 32).notNullable().references('files.id')
      table.integer('position').notNullable().defaultTo(0)
      table.primary(['entry_id', 'file_id'])
    })

    this.defer(async (db) => {
      const isSqlite = db.dialect.name === 'better-sqlite3'
      for (const statement of isSqlite ? SQLITE_WORDS : MYSQL_WORDS) await db.rawQuery(statement)
    })
  }

  async down() {
    this.schema.raw('DROP TABLE IF EXISTS partner_words')
    this.schema.dropTableIfExists('partner_texts')
    for (const table of [
      'portfolio_images',
      'portfolio_entries',
      'verification_documents',
      'verifications',
      'partner_platforms',
      'partner_categories',
      'partners',
    ])
      this.schema.dropTable(table)
  }
}
