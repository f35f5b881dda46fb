/*
 * How long matching takes among many partners:
 *
 *   node --import=@poppinss/ts-exec bench/matching.ts [generated|spread|crowd] [partners]
 *
 * generated: the partners that the database of the environment has (`npm run bench -- matching`).
 * spread: partners over real cities and categories, as a marketplace has them. crowd: all of them
 * in one city and one category, every one eligible, the worst case. On SQLite it makes a database
 * of its own under tmp/bench; with DB_CONNECTION=mysql it empties and fills DB_DATABASE.
 */
const [scenario = 'generated', wished = '100000'] = process.argv.slice(2)
const PARTNERS = Number(wished)
const SEARCHES = 300
/** ms, the median of a search */
const GOAL = 50
/** SQLite takes no more than 500 rows in one insert */
const BATCH = 200

const makesPartners = scenario !== 'generated'
if (makesPartners) process.env.DB_FILE = `tmp/bench/matching-${scenario}.sqlite3`
process.env.LOG_LEVEL = 'fatal'
process.env.APP_KEY ??= 'bench-app-key-bench-app-key-bench-app-key'
process.env.JWT_SECRET ??= 'bench-jwt-secret-bench-jwt-secret-bench'

await import('reflect-metadata')
const { mkdir, rm } = await import('node:fs/promises')
const { Ignitor } = await import('@adonisjs/core')

const APP_ROOT = new URL('../', import.meta.url)
const app = new Ignitor(APP_ROOT, { importer: (path) => import(path) }).createApp('console')
await app.init()
await import('#start/env')
await app.boot()
await app.start(async () => {})

const { default: db } = await import('@adonisjs/lucid/services/db')
const { migrate } = await import('#core/database/migrate')
const { write } = await import('#core/database/write')
const { clock, DAY } = await import('#core/support/clock')
const { newId } = await import('#core/support/ids')
const { seed } = await import('#database/seeders/seed')
const { categoryPath } = await import('#inquiries/queries/category_path')
const { default: FindBestPartners } = await import('#inquiries/queries/find_best_partners')
const { onSphere } = await import('#partners/services/reach_grid')
const { refreshReach } = await import('#partners/services/reach')

const say = (text: string) => process.stdout.write(`${text}\n`)
const isMysql = db.connection().dialect.name === 'mysql'

/** The same every time. */
let state = 42
const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
const between = (low: number, high: number) => Math.floor(low + random() * (high - low))
const pick = <T>(list: T[]): T => list[between(0, list.length)]

interface City {
  id: string
  latitude: number
  longitude: number
  population: number
  upTo: number
}

async function emptyDatabase() {
  await mkdir('tmp/bench', { recursive: true })
  if (isMysql) await db.connection().dropAllTables()
  else for (const end of ['', '-wal', '-shm']) await rm(process.env.DB_FILE + end, { force: true })
  await migrate()
  await seed({ withDemo: false })
}

/** Large cities have more partners, and more inquiries, though not in proportion. */
async function weightedCities(): Promise<() => City> {
  const cities: City[] = await db.from('locations').orderBy('id').select('*')
  let total = 0
  for (const city of cities) city.upTo = total += Math.sqrt(city.population)
  if (scenario === 'crowd') return () => cities[0]
  return () => {
    const at = random() * total
    return cities.find((city) => city.upTo >= at)!
  }
}

function partnerIn(city: City, userId: string, now: number) {
  const low = between(50, 2000) * 100
  const count = random() < 0.3 ? 0 : between(1, 200)
  const stars = 3 + random() * 2
  const offered = between(0, 100)
  const id = newId('partner')
  return {
    id,
    user_id: userId,
    business_name: `Partner ${id.slice(-8)}`,
    slug: id,
    status: 'approved',
    availability: 'available',
    location_id: city.id,
    radius_km: pick([0, 10, 25, 50, 50, 100, 300]),
    rate_min: low,
    rate_max: low + between(0, 3000) * 100,
    rate_currency: scenario === 'crowd' ? 'EUR' : pick(['EUR', 'EUR', 'USD']),
    languages: '["en"]',
    rating_count: count,
    rating_sum: Math.round(count * stars),
    leads_offered: offered,
    leads_answered: between(offered / 2, offered + 1),
    open_leads: 0,
    last_lead_at: random() < 0.3 ? 0 : now - between(0, 20 * DAY),
    created_at: now,
    updated_at: now,
  }
}

async function generate(cityOf: () => City, categories: string[]) {
  const now = clock.now()
  for (let made = 0; made < PARTNERS; made += BATCH) {
    const users = Array.from({ length: BATCH }, () => ({
      id: newId('user'),
      role: 'partner',
      status: 'active',
      name: 'Bench',
      created_at: now,
      updated_at: now,
    }))
    const partners = users.map((user) => partnerIn(cityOf(), user.id, now))
    const listed = partners.flatMap(({ id }) =>
      [...new Set(Array.from({ length: between(1, 3) }, () => pick(categories)))].map(
        (categoryId) => ({ partner_id: id, category_id: categoryId })
      )
    )
    await write(async (trx) => {
      await trx.insertQuery().table('users').multiInsert(users)
      await trx.insertQuery().table('partners').multiInsert(partners)
      await trx.insertQuery().table('partner_categories').multiInsert(listed)
      await refreshReach(
        trx,
        partners.map((partner) => partner.id)
      )
    })
  }
}

async function search(cityOf: () => City, categories: string[]) {
  const place = cityOf()
  const { ids: categoryIds } = await categoryPath(db.connection() as any, pick(categories))
  const budgetMin = between(100, 2000) * 100
  return {
    place,
    wanted: 5,
    except: [],
    demand: {
      categoryIds,
      currency: 'EUR',
      budgetMin,
      budgetMax: budgetMin + between(0, 2000) * 100,
      locationId: place.id,
      ...onSphere(place),
      now: clock.now(),
    },
  }
}

const began = performance.now()
if (makesPartners) await emptyDatabase()
const cityOf = await weightedCities()
const everyCategory: { id: string; parent_id: string | null }[] = await db.from('categories')
const categories =
  scenario === 'crowd' ? [everyCategory[0].id] : everyCategory.map((category) => category.id)
if (makesPartners) await generate(cityOf, categories)
if (isMysql) await db.rawQuery('ANALYZE TABLE partner_reaches')
const [{ rows }] = await db.from('partner_reaches').count('* as rows')
const [{ total }] = await db.from('partners').count('* as total')
say(
  `matching, ${scenario}: ${total} partners, ${rows} rows in the index, ${db.connection().dialect.name}`
)
if (makesPartners) say(`made in ${((performance.now() - began) / 1000).toFixed(0)} s`)

const find = new FindBestPartners()
const reader = db.connection() as any
const queries: { sql: string; bindings: any[] }[] = []
const times: number[] = []
let found = 0
for (let i = 0; i < SEARCHES; i++) {
  const wish = await search(cityOf, categories)
  const collect = (query: { sql: string; bindings: any[] }) => queries.push(query)
  if (i === SEARCHES - 1) db.connection().getWriteClient().on('query', collect)
  const start = performance.now()
  const best = await find.execute(reader, wish)
  times.push(performance.now() - start)
  found += best.length
}
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.floor(share * (times.length - 1))].toFixed(1)
say(`${SEARCHES} searches: median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`)
if (Number(at(0.5)) > GOAL) process.exitCode = 1
say(`${(found / SEARCHES).toFixed(1)} partners found on average`)

for (const { sql, bindings } of queries.slice(0, 2)) {
  const answer = await db.rawQuery(`${isMysql ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${sql}`, bindings)
  const plan: Record<string, unknown>[] = isMysql ? answer[0] : answer
  const lines = plan.map((row) =>
    isMysql
      ? `${row.select_type} ${row.table} ${row.type} ${row.key} rows=${row.rows} ${row.Extra ?? ''}`
      : `${row.detail}`
  )
  const counted = new Map<string, number>()
  for (const line of lines.map((text) => text.replaceAll(/\bbranch_\d+/g, 'branch')))
    counted.set(line, (counted.get(line) ?? 0) + 1)
  say('plan:')
  for (const [line, count] of counted) say(`  ${count} x ${line}`)
}

await app.terminate()
