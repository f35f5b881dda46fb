import { BaseSchema } from '@adonisjs/lucid/schema'

/** The reference data of the marketplace: where, what, and in which money. */
export default class extends BaseSchema {
  async up() {
    const isMysql = this.db.dialect.name === 'mysql'

    /* one row per set of reference data: raised by every change, so that caches can ask cheaply */
    this.schema.createTable('reference_versions', (table) => {
      table.string('name', 40).primary()
      table.integer('version').notNullable()
    })

    this.schema.createTable('regions', (table) => {
      table.string('id', 32).primary()
      table.string('name', 80).notNullable().unique()
      table.string('currency', 3).notNullable()
      table.integer('tax_bps').notNullable().defaultTo(0)
      table.boolean('is_active').notNullable().defaultTo(true)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['is_active', 'id'])
    })

    this.schema.createTable('region_countries', (table) => {
      table.string('country', 2).primary()
      table.string('region_id', 32).notNullable().references('regions.id').index()
    })

    this.schema.createTable('region_restrictions', (table) => {
      table.string('region_id', 32).notNullable().references('regions.id')
      table.string('kind', 10).notNullable()
      table.string('target_id', 32).notNullable().index()
      table.primary(['region_id', 'kind', 'target_id'])
    })

    this.schema.createTable('categories', (table) => {
      table.string('id', 32).primary()
      table.string('parent_id', 32).nullable().references('categories.id').index()
      table.string('name', 80).notNullable()
      table.string('slug', 80).notNullable().unique()
      table.text('description').nullable()
      table.integer('position').notNullable().defaultTo(0)
      table.boolean('is_active').notNullable().defaultTo(true)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('locations', (table) => {
      table.string('id', 32).primary()
      table.string('city', 120).notNullable()
      /* the name without accents and capitals, compared byte by byte: what people type */
      const cityKey = table.string('city_key', 190).notNullable()
      if (isMysql) cityKey.collate('utf8mb4_bin')
      table.string('state', 120).notNullable().defaultTo('')
      table.string('country', 2).notNullable()
      table.double('latitude').notNullable()
      table.double('longitude').notNullable()
      table.integer('population').notNullable().defaultTo(0)
      table.boolean('is_active').notNullable().defaultTo(true)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['country', 'state', 'city_key'])
      table.index(['is_active', 'city_key', 'id'])
      table.index(['is_active', 'country', 'city_key', 'id'])
      table.index(['is_active', 'latitude'])
    })
  }

  async down() {
    for (const table of [
      'locations',
      'categories',
      'region_restrictions',
      'region_countries',
      'regions',
      'reference_versions',
    ])
      this.schema.dropTable(table)
  }
}
