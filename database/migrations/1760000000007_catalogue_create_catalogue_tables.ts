import { BaseSchema } from '@adonisjs/lucid/schema'
import { fullTextStatements } from '#database/triggers/full_text'

const MYSQL_WORDS = ['CREATE FULLTEXT INDEX listing_words ON listings (title, description)']

const SQLITE_WORDS = fullTextStatements({
  one: 'listing',
  table: 'listings',
  columns: ['title', 'description'],
})

/** What is sold: products, packages and events; their variants, prices, pictures and stock. */
export default class extends BaseSchema {
  async up() {
    const isMysql = this.db.dialect.name === 'mysql'

    this.schema.createTable('listings', (table) => {
      table.string('id', 32).primary()
      table.string('kind', 10).notNullable()
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('category_id', 32).notNullable().references('categories.id')
      table.string('title', 160).notNullable()
      table.text('description').notNullable()
      table.string('status', 10).notNullable()
      table.string('moderation', 10).notNullable()
      table.text('moderation_reason').nullable()
      /* active, approved, not deleted, and the partner may trade: what everybody sees */
      table.boolean('is_public').notNullable().defaultTo(false)
      /* products that are bought again and again: month or year */
      table.string('billing_interval', 10).nullable()
      /* packages */
      table.string('platform', 40).nullable()
      table.string('content_type', 40).nullable()
      table.integer('content_quantity').nullable()
      table.integer('revisions').nullable()
      table.integer('delivery_days').nullable()
      table.string('duration', 40).nullable()
      /* events: a window of time, in epoch ms */
      table.bigInteger('starts_at').nullable()
      table.bigInteger('ends_at').nullable()
      table.integer('sold_count').notNullable().defaultTo(0)
      table.integer('rating_sum').notNullable().defaultTo(0)
      table.integer('rating_count').notNullable().defaultTo(0)
      /* Bayesian mean of the ratings, in thousandths of a star */
      table.integer('rating_score').notNullable().defaultTo(0)
      table.bigInteger('deleted_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['is_public', 'kind', 'id'])
      table.index(['is_public', 'kind', 'category_id', 'id'])
      table.index(['is_public', 'kind', 'rating_score', 'id'])
      table.index(['is_public', 'kind', 'sold_count', 'id'])
      table.index(['is_public', 'kind', 'platform', 'id'])
      table.index(['is_public', 'kind', 'ends_at', 'id'])
      table.index(['is_public', 'kind', 'billing_interval', 'id'])
      table.index(['is_public', 'partner_id', 'kind', 'id'])
      table.index(['partner_id', 'kind', 'id'])
      table.index(['partner_id', 'created_at', 'id'])
      table.index(['kind', 'id'])
      /* over all kinds ids are not in the order of time: they begin with the kind */
      table.index(['created_at', 'id'])
      table.index(['moderation', 'created_at', 'id'])
      table.index(['moderation', 'kind', 'id'])
      table.index(['category_id', 'id'])
    })

    this.schema.createTable('listing_images', (table) => {
      table.string('id', 32).primary()
      table.string('listing_id', 32).notNullable().references('listings.id')
      table.string('file_id', 32).notNullable().references('files.id')
      table.integer('position').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.index(['listing_id', 'position', 'id'])
    })

    this.schema.createTable('variants', (table) => {
      table.string('id', 32).primary()
      table.string('listing_id', 32).notNullable().references('listings.id')
      table.string('partner_id', 32).notNullable()
      /* compared letter by letter, as SQLite does */
      const sku = table.string('sku', 64).notNullable()
      if (isMysql) sku.collate('utf8mb4_bin')
      table.text('options').notNullable()
      table.integer('position').notNullable().defaultTo(0)
      table.boolean('is_active').notNullable().defaultTo(true)
      /* services have no stock: on_hand and reserved stay 0 */
      table.boolean('tracks_stock').notNullable().defaultTo(true)
      table.integer('on_hand').notNullable().defaultTo(0)
      /* promised to orders that have not shipped */
      table.integer('reserved').notNullable().defaultTo(0)
      table.integer('version').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['partner_id', 'sku'])
      table.index(['listing_id', 'position', 'id'])
      table.check('reserved >= 0 AND reserved <= on_hand', {}, 'variant_stock_is_sound')
    })

    this.schema.createTable('variant_prices', (table) => {
      table.string('variant_id', 32).notNullable().references('variants.id')
      table.string('currency', 3).notNullable()
      table.bigInteger('amount').notNullable()
      /* the price before, shown struck through */
      table.bigInteger('compare_at_amount').nullable()
      table.primary(['variant_id', 'currency'])
      table.check('amount >= 0', {}, 'variant_price_is_not_negative')
    })

    /* the lowest price of a listing in each currency, beside what lists filter by */
    this.schema.createTable('listing_prices', (table) => {
      table.string('listing_id', 32).notNullable().references('listings.id')
      table.string('currency', 3).notNullable()
      table.bigInteger('min_amount').notNullable()
      table.bigInteger('max_amount').notNullable()
      table.boolean('is_public').notNullable()
      table.string('kind', 10).notNullable()
      table.string('category_id', 32).notNullable()
      table.primary(['listing_id', 'currency'])
      const byPrice = ['currency', 'min_amount', 'listing_id']
      table.index(['is_public', 'kind', ...byPrice], 'listing_prices_by_kind')
      table.index(['is_public', 'kind', 'category_id', ...byPrice], 'listing_prices_by_category')
    })

    this.schema.createTable('stock_moves', (table) => {
      table.bigIncrements('id')
      table.string('variant_id', 32).notNullable().references('variants.id')
      table.integer('quantity').notNullable()
      /* opening, adjustment, sale, return */
      table.string('kind', 12).notNullable()
      table.string('ref_id', 32).nullable()
      table.string('actor_id', 32).nullable()
      table.text('reason').nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['variant_id', 'id'])
    })

    this.schema.createTable('stock_reservations', (table) => {
      table.string('order_id', 32).notNullable()
      table.string('variant_id', 32).notNullable().references('variants.id')
      table.integer('quantity').notNullable()
      /* held -> committed (paid) -> shipped; held or committed -> released */
      table.string('state', 10).notNullable()
      table.bigInteger('created_at').notNullable()
      table.primary(['order_id', 'variant_id'])
      table.index(['variant_id', 'state'])
    })

    this.schema.createTable('shipping_rates', (table) => {
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('region_id', 32).notNullable().references('regions.id')
      table.bigInteger('amount').notNullable()
      table.bigInteger('free_above').nullable()
      /* the region's, as it was when the rate was set */
      table.string('currency', 3).notNullable()
      table.bigInteger('updated_at').notNullable()
      table.primary(['partner_id', 'region_id'])
    })

    this.defer(async (db) => {
      const isSqlite = db.dialect.name === 'better-sqlite3'
      for (const statement of isSqlite ? SQLITE_WORDS : MYSQL_WORDS) await db.rawQuery(statement)
    })
  }

  async down() {
    this.schema.raw('DROP TABLE IF EXISTS listing_words')
    this.schema.dropTableIfExists('listing_texts')
    for (const table of [
      'shipping_rates',
      'stock_reservations',
      'stock_moves',
      'listing_prices',
      'variant_prices',
      'variants',
      'listing_images',
      'listings',
    ])
      this.schema.dropTable(table)
  }
}
