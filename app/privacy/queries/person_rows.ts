import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { Transaction } from '#core/database/write'
import { REGISTRY } from '#privacy/registry'
import type { Side } from '#privacy/services/registry_words'

export type Reader = Pick<Transaction, 'from'>

/** so many ids in one statement */
const BATCH = 500

/**
 * Finds the rows of one person, by the ways that the registry tells. What leads to rows of other
 * tables (orders, parts, listings) is read once and remembered, so an erasure that deletes parents
 * still finds their children.
 */
export class PersonRows {
  #ids = new Map<string, Promise<(string | number)[]>>()

  constructor(
    private client: Reader,
    readonly userId: string
  ) {}

  /** Queries that together find all rows of a table in which the person stands on this side. */
  async queries(table: string, side: Side): Promise<(() => DatabaseQueryBuilderContract)[]> {
    const way = REGISTRY[table].whose[side]
    if (!way) return []
    const [column, parent] = way.split(' > ')
    const values = parent ? await this.#keysOf(parent, side) : [this.userId]
    const queries: (() => DatabaseQueryBuilderContract)[] = []
    for (let from = 0; from < values.length; from += BATCH) {
      const some = values.slice(from, from + BATCH)
      queries.push(() => this.client.from(table).whereIn(column, some))
    }
    return queries
  }

  /** The ids of those rows. */
  idsOf(table: string, side: Side): Promise<(string | number)[]> {
    return this.#keysOf(table, side)
  }

  /** What rows of other tables name these by: `orders`, or `refund_shares.refund_id`. */
  #keysOf(parent: string, side: Side): Promise<(string | number)[]> {
    const [table, column = 'id'] = parent.split('.')
    const key = `${table}.${column} ${side}`
    const known = this.#ids.get(key) ?? this.#valuesOf(table, side, column)
    this.#ids.set(key, known)
    return known
  }

  /** One column of those rows; nulls are left out. */
  async valuesOf(table: string, side: Side, column: string): Promise<string[]> {
    return (await this.#valuesOf(table, side, column)).map(String)
  }

  async #valuesOf(table: string, side: Side, column: string): Promise<(string | number)[]> {
    const values: (string | number)[] = []
    for (const query of await this.queries(table, side))
      for (const row of await query().select(column))
        if (row[column] !== null) values.push(row[column])
    return values
  }
}
