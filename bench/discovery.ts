/*
 * How fast discovery is, and by which plans: the first page against the 1,000th, taken in turns, in
 * a database with many partners. `npm run bench -- discovery` makes one and runs this on it; by hand:
 *
 *   node ace partners:generate 100000
 *   node --import=@poppinss/ts-exec bench/discovery.ts
 */
import { median } from './load.js'
import { planOf, say, withApp } from './marketplace.js'

const ROUNDS = 31
const FAR = 1000
const PAGE = 20
const STRIDE = 1000
/** a far page may cost this many times what the first costs */
const RATIO = 1.5

await withApp(async () => {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { default: DiscoverPartners } = await import('#partners/queries/discover_partners')
  const discover = new DiscoverPartners()
  const cases = await casesIn(db)
  const [{ total }] = await db.from('partners').count('* as total')
  say(`discovery: ${total} partners, ${ROUNDS} rounds, pages of ${PAGE}; medians in ms`)
  const plans: string[] = []
  let missed = 0
  for (const sort of ['rating', 'newest'])
    for (const [name, filter] of Object.entries(cases)) {
      const filters: any = { ...filter, sort }
      const { cursor, page } = await farCursor(discover, filters)
      const times: { first: number[]; far: number[] } = { first: [], far: [] }
      for (let round = 0; round < ROUNDS; round++) {
        const turns = [
          async () =>
            times.first.push(await timed(() => discover.execute({ limit: PAGE }, filters))),
          async () =>
            times.far.push(await timed(() => discover.execute({ limit: PAGE, cursor }, filters))),
        ]
        for (const turn of round % 2 ? turns : turns.reverse()) await turn()
      }
      const [first, far] = [median(times.first), median(times.far)]
      // of neighbours: what else the machine does meanwhile slows both
      const ratio = median(times.far.map((time, round) => time / times.first[round]))
      const isMet = ratio <= RATIO
      if (!isMet) missed++
      say(
        `  ${`${name}, ${sort}`.padEnd(34)} first ${ms(first)}  page ${String(page).padStart(4)} ` +
          `${ms(far)}  ratio ${ratio.toFixed(2)}${isMet ? '' : '  MISSED'}`
      )
      plans.push(`  ${name}, ${sort}`)
      const lines = await planOf(() => discover.execute({ limit: PAGE, cursor }, filters))
      plans.push(...lines.map((line) => `    ${line}`))
    }
  say('plans of the far pages (questions about the rows of the page left out):')
  for (const line of plans) say(line)
  if (missed > 0) process.exitCode = 1
})

async function casesIn(db: any): Promise<Record<string, object>> {
  const category = await db.from('categories').whereNull('parent_id').orderBy('slug').firstOrFail()
  const city = await db.from('locations').orderBy('population', 'desc').firstOrFail()
  const near = { latitude: Number(city.latitude), longitude: Number(city.longitude), km: 100 }
  return {
    'none': {},
    'main category': { categoryId: category.id },
    'platform': { platform: 'podcast' },
    'one city': { locationId: city.id },
    'near a city': { near },
    'rates': { rates: { min: 20_000, max: 40_000, currency: 'EUR' } },
    'verified': { verified: true },
    'not verified (nobody)': { verified: false },
    'available': { availability: 'available' },
    'away (few)': { availability: 'away' },
    'featured': { featured: true },
    'main category near a city': { categoryId: category.id, near },
    'common word': { q: 'weddings' },
    'rare word': { q: '4242' },
    'word of nobody': { q: 'xylophone' },
  }
}

/** The cursor of the 1,000th page, or of the last one there is. */
async function farCursor(discover: any, filters: object) {
  let cursor: string | undefined
  let page = 1
  // long pages get there sooner; a cursor names a row, not a page
  while (page < FAR) {
    const { meta } = await discover.execute({ limit: STRIDE, cursor }, filters)
    if (!meta.nextCursor) break
    cursor = meta.nextCursor
    page += STRIDE / PAGE
  }
  return { cursor, page: Math.min(page, FAR) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function ms(value: number): string {
  return value.toFixed(2).padStart(7)
}
