/*
 * How fast discovery is, and by which plans: the first page against the 1,000th, taken in turns.
 * Run on a database with many partners:
 *
 *   node ace partners:generate 100000
 *   node --import=@poppinss/ts-exec bench/discovery.ts
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

const ROUNDS = 40
const FAR = 1000

const app = new Ignitor(new URL('../', import.meta.url), {
  importer: (path) =>
    path.startsWith('.')
      ? import(new URL(path, new URL('../', import.meta.url)).href)
      : import(path),
}).createApp('console')
await app.init()
await import('#start/env')
await app.boot()
await app.start(measure)
await app.terminate()

async function measure() {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { default: DiscoverPartners, discoverable } =
    await import('#partners/queries/discover_partners')
  const discover = new DiscoverPartners()
  const category = await db.from('categories').whereNull('parent_id').orderBy('slug').firstOrFail()
  const city = await db.from('locations').orderBy('population', 'desc').firstOrFail()
  const near = { latitude: Number(city.latitude), longitude: Number(city.longitude), km: 100 }
  const cases: Record<string, object> = {
    'rating': { sort: 'rating' },
    'newest': { sort: 'newest' },
    'main category': { sort: 'rating', categoryId: category.id },
    'platform': { sort: 'rating', platform: 'podcast' },
    'one city': { sort: 'rating', locationId: city.id },
    'near a city': { sort: 'rating', near },
    'rates': { sort: 'rating', rates: { min: 20_000, max: 40_000, currency: 'EUR' } },
    'common word': { sort: 'rating', q: 'weddings' },
    'rare word': { sort: 'rating', q: '4242' },
  }
  const partners = await db.from('partners').count('* as total').firstOrFail()
  print(`${partners.total} partners, ${ROUNDS} rounds, limit 20; medians in ms`)

  for (const [name, filters] of Object.entries(cases)) {
    const { cursor, page } = await farCursor(discover, filters)
    const times: { first: number[]; far: number[] } = { first: [], far: [] }
    for (let round = 0; round < ROUNDS; round++) {
      times.first.push(await timed(() => discover.execute({ limit: 20 }, filters as any)))
      times.far.push(await timed(() => discover.execute({ limit: 20, cursor }, filters as any)))
    }
    const [first, far] = [median(times.first), median(times.far)]
    const ratio = (far / first).toFixed(2)
    print(`${name}: first ${first.toFixed(2)}, page ${page} ${far.toFixed(2)}, ratio ${ratio}`)
    const { query } = await discoverable(filters)
    if ((filters as any).sort === 'rating') query.orderBy('partners.rating_score', 'desc')
    const { sql, bindings } = query.orderBy('partners.id', 'desc').limit(21).toSQL()
    const isMysql = db.connection().dialect.name === 'mysql'
    const plan = await db.rawQuery(`${isMysql ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${sql}`, bindings)
    for (const row of isMysql ? plan[0] : plan)
      print(`    ${isMysql ? mysqlLine(row) : row.detail}`)
  }
}

/** The cursor of the 1,000th page, or of the last one there is. */
async function farCursor(discover: any, filters: object) {
  let cursor: string | undefined
  let page = 1
  // pages of 100 get there sooner; a cursor names a row, not a page
  while (page < FAR) {
    const { meta } = await discover.execute({ limit: 100, cursor }, filters)
    if (!meta.nextCursor) break
    cursor = meta.nextCursor
    page += 5
  }
  return { cursor, page }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function mysqlLine(row: Record<string, unknown>): string {
  return ['select_type', 'table', 'type', 'key', 'rows', 'Extra'].map((key) => row[key]).join(' | ')
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}
