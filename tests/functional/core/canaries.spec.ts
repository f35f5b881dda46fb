import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { SEALED, SEALED_COLUMNS } from '#core/support/sealed_columns'
import { until } from '#tests/faults/processes'
import { PLACES, type Canaries, type Place } from '#tests/helpers/canaries/canaries'
import { Flows } from '#tests/helpers/canaries/flows'
import {
  backupTexts,
  dumpOf,
  emptyLog,
  openCanaryMarket,
  redisTexts,
  SECRET_SETTINGS,
  textsBelow,
  withoutTables,
  type CanaryMarket,
} from '#tests/helpers/canaries/market'

const JOBS = ['outbox']
const MESSAGES = ['email_logs', 'sms_logs', 'notifications']
/** what the flows of people with secrets need, one table each */
const NEEDED = ['users', 'challenges', 'refresh_tokens']
const LEAST = 30

test.group('secrets', (group) => {
  let market: CanaryMarket
  let flows: Flows
  group.setup(async () => {
    market = await openCanaryMarket()
    flows = new Flows(market)
  })
  group.teardown(() => market.stop())

  test('none is in logs, answers, jobs, message logs, files or a dump', async ({ assert }) => {
    await flows.everything()
    for (const table of NEEDED) await withoutTables(market, [table], () => flows.inTrouble(table))
    await quiet(market)

    const { canaries } = market
    assert.isAbove(flows.caller.statuses.get(500) ?? 0, 3, 'nothing went wrong')
    assert.isAbove(flows.caller.statuses.get(200) ?? 0, 8, 'nothing went well')
    assert.include(market.post.logIns, `souk:${market.env.EMAIL_PASS}`)
    assert.isAtLeast(canaries.all.length, LEAST)

    const texts = await textsOf(market)
    const hits = new Map<Place, string[]>(
      PLACES.map((place) => [place, canaries.in(texts.get(place) ?? '')])
    )
    hits.set('answers', [...new Set(flows.caller.leaks.map((leak) => leak.split(' in the ')[0]))])
    const found = canaries.all.flatMap(({ name, mayBeIn }) =>
      PLACES.filter((place) => hits.get(place)!.includes(name) && !mayBeIn.includes(place)).map(
        (place) => `${name}: ${place}`
      )
    )
    console.log(
      `      ${canaries.all.length} secrets, ${found.length} found in ${PLACES.join(', ')}`
    )
    assert.deepEqual([found, flows.caller.leaks], [[], []])
  }).timeout(240_000)

  test('nothing of who was erased is anywhere, nor is a secret or that person in a backup', async ({
    assert,
  }) => {
    const { life } = flows
    const { traces } = life
    const hitsIn = (texts: Map<Place, string>) =>
      [...texts].flatMap(([place, text]) =>
        leftIn(text, traces, place).map((name) => `${name}: ${place}`)
      )
    const before = hitsIn(await textsOf(market))
    assert.isAtLeast(new Set(before.map((hit) => hit.split(':')[0])).size, 8)
    await life.end()
    await quiet(market)
    await emptyLog(market)
    const after = hitsIn(await textsOf(market))
    const backup = withoutShort(await backupTexts(market))
    const { canaries } = market
    const copied = [traces, canaries].flatMap((some) => leftIn(backup, some, 'database'))
    console.log(
      `      ${traces.all.length} words of a person in ${before.length} places, erased: ` +
        `${after.length} left; ${copied.length} of them or of ${canaries.all.length} secrets in a backup`
    )
    assert.deepEqual([after, copied], [[], []])
    // what people want to read again is there
    assert.include(canaries.in(backup), 'number of a card in a text')
  }).timeout(120_000)

  test('what is searched would be found', async ({ assert }) => {
    const { canaries } = market
    const [{ name, value }] = canaries.all
    for (const text of [value, Buffer.from(`{"a":"${value}"}`).toString('base64url')])
      assert.deepEqual(canaries.in(`before ${text} after`), [name])
    assert.isNotEmpty((await textsOf(market)).get('logs')!)
    const dump = await dumpOf(market)
    for (const table of [...JOBS, 'email_logs', 'sms_logs', 'users', 'idempotency_keys'])
      assert.isAbove(dump.get(table)!.length, 10, table)
  })

  test('every encrypted column is in the list that a change of keys goes by', async ({
    assert,
  }) => {
    const unknown: string[] = []
    for (const [table, text] of await dumpOf(market))
      for (const row of JSON.parse(text))
        for (const [column, value] of Object.entries(row)) {
          const name = `${table}.${column}`
          const isSealed = typeof value === 'string' && SEALED.test(value)
          if (isSealed && !SEALED_COLUMNS.includes(name)) unknown.push(name)
        }
    assert.deepEqual([...new Set(unknown)], [])
  })

  test('every secret setting is planted', async ({ assert }) => {
    const text = await readFile(app.makePath('start/env.ts'), 'utf8')
    const named = [...text.matchAll(/^ {2}(\w*(?:SECRET|PASS|PASSWORD|TOKEN|KEYS?|_KEY)\w*):/gm)]
    const secret = named.map(([, name]) => name).filter((name) => !PUBLIC.includes(name))
    assert.deepEqual(
      secret.filter((name) => !SECRET_SETTINGS.includes(name)),
      []
    )
  })
})

/** Settings that sound like secrets: names of keys, and a duration. */
const PUBLIC = ['S3_ACCESS_KEY_ID', 'RAZORPAY_KEY_ID', 'REFRESH_TOKEN_EXPIRE']

/** All there is to read, by place. */
async function textsOf(market: CanaryMarket): Promise<Map<Place, string>> {
  const dump = await dumpOf(market)
  const rows = (tables: string[]) => tables.map((table) => dump.get(table)).join('\n')
  const others = [...dump.keys()].filter((table) => ![...JOBS, ...MESSAGES].includes(table))
  const bytes = await textsBelow(market.folder, (name) => name.includes('sqlite3'))
  return new Map<Place, string>([
    ['logs', await textsBelow(market.folder, (name) => name.endsWith('.log'))],
    ['jobs', rows(JOBS)],
    ['messages', rows(MESSAGES)],
    ['database', `${rows(others)}\n${withoutShort(bytes)}`],
    ['files', await textsBelow(join(market.folder, 'storage'), () => true).catch(() => '')],
    ['redis', await redisTexts(market)],
  ])
}

/** What stands there and has no business there. */
function leftIn(text: string, canaries: Canaries, place: Place): string[] {
  const own = canaries.all.filter(({ mayBeIn }) => mayBeIn.includes(place))
  return canaries.in(text).filter((name) => !own.some((one) => one.name === name))
}

/** Six digits that stand alone in the bytes of a file are chance, so long ones only. */
function withoutShort(bytes: string): string {
  return bytes.replaceAll(/\b\d{6}\b/g, '')
}

/** Until every job was done or waits for another try. */
function quiet({ database }: CanaryMarket) {
  return until('the jobs are done', async () => {
    const [{ n }] = await database.rows(
      "SELECT COUNT(*) AS n FROM outbox WHERE state = 'pending' AND attempts = 0"
    )
    return Number(n) === 0
  })
}
