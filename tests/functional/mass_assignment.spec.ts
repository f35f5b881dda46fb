/*
 * Members that a route does not ask for change nothing, whoever sends them, and no answer has
 * members that the document does not name. Every write of the matrix, every role that may call it.
 */
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { audiencesByRoute } from '#auth/access'
import { ROLES, type Role } from '#core/actor'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { answerChecker, operations } from '#tests/helpers/openapi'
import { isSqlite } from '#tests/helpers/plans'
import { addressOf, loadRows, send, type Answer } from '#tests/matrix/matrix'
import type { MatrixRow } from '#tests/matrix/row'

/** what nobody else writes: wherever it turns up, it came from a member that nobody asked for */
const WORD = unique('mass')
const NUMBER = 734_512_907

const signed = audiencesByRoute()
const isWrite = ({ route }: MatrixRow) =>
  addressOf(route).method !== 'GET' && !signed.get(route)?.includes('signed webhook')
const rows = (await loadRows()).filter(isWrite)
const known = await operations()

/** As the wire has it: an own member called __proto__. */
function unasked(victim: TestActor, word: string, status: string): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify({
      role: 'senior_admin',
      status,
      balance: NUMBER,
      price: NUMBER,
      userId: victim.user.id,
      verified: true,
      commission: NUMBER,
      $isPersisted: true,
      proto: { role: 'senior_admin', name: word, permissions: ['users.manage'] },
    }).replace('"proto"', '"__proto__"')
  )
}

/** Without those that the route does ask for. */
function extrasOf(route: string, extras: Record<string, unknown>) {
  const contents = Object.values(known.get(route)?.requestBody?.content ?? {})
  const asked = new Set(contents.flatMap(({ schema }) => Object.keys(schema.properties ?? {})))
  return Object.fromEntries(Object.entries(extras).filter(([name]) => !asked.has(name)))
}

/** What an answer says of state and rank, wherever it stands. */
function rankOf(value: unknown, path = ''): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, member]) => {
    const here = `${path}.${key}`
    const isRank = /^(role|status|verified|isVerified|isEmailVerified|moderation)$/.test(key)
    return isRank && typeof member !== 'object' ? [`${here}=${member}`] : rankOf(member, here)
  })
}

test.group('members that nobody asked for', (group) => {
  let victim: TestActor
  let check: Awaited<ReturnType<typeof answerChecker>>
  let mentions: Map<string, number>
  const sent = { requests: 0, members: 0, changed: 0, undeclared: 0 }

  group.setup(async () => {
    victim = await actorOfRole('client')
    check = await answerChecker({ isClosed: true })
    mentions = await rowsWith(victim.user.id)
  })
  group.teardown(() => {
    const { requests, members, changed, undeclared } = sent
    console.log(
      `      ${rows.length} writes, ${requests} requests, ${members} members: ` +
        `${changed} changed something, ${undeclared} answers with undeclared members`
    )
  })

  /** Sends a row's own request with and without more; says what is wrong with the answer. */
  async function wrongOf(row: MatrixRow, role: Role, status: string): Promise<string[]> {
    const [plainCaller, caller] = [await actorOfRole(role), await actorOfRole(role)]
    const plain = await ask(row, plainCaller, {})
    const extras = extrasOf(row.route, unasked(victim, WORD, status))
    const answer = await ask(row, caller, extras)
    sent.requests++
    sent.members += Object.keys(extras).length

    const wrong: string[] = []
    if (answer.status !== row.success) wrong.push(`${answer.status} instead of ${row.success}`)
    const undeclared = check(row.route, answer.status, answer.body)
    if (undeclared) sent.undeclared++
    if (undeclared) wrong.push(undeclared)
    const ranks = [rankOf(answer.body), rankOf(plain.body)].map((found) => found.join(' '))
    if (ranks[0] !== ranks[1]) wrong.push(`says ${ranks[0]} instead of ${ranks[1]}`)
    const account = await db.from('users').where({ id: caller.user.id }).first()
    if (account && account.role !== role) wrong.push(`the caller is ${account.role} now`)
    if (wrong.length > (undeclared ? 1 : 0)) sent.changed++
    return wrong.map((what) => `${role}, status ${status}: ${what}`)
  }

  for (const row of rows)
    test(row.route, async ({ assert }) => {
      const isPublic = row.allow.includes('public')
      const roles = ROLES.filter((role) => isPublic || row.allow.includes(role))
      const wrong = await wrongOf(row, roles[0], 'approved')
      for (const role of roles) wrong.push(...(await wrongOf(row, role, WORD)))
      assert.deepEqual(wrong, [])
    }).timeout(120_000)

  test('stand in no table', async ({ assert }) => {
    const found = [...(await rowsWith(WORD)), ...(await rowsWith(NUMBER))]
    sent.changed += found.length
    assert.deepEqual(found, [])
    assert.deepEqual(await rowsWith(victim.user.id), mentions)
    const strange = Object.prototype as Record<string, unknown>
    assert.isUndefined(strange.role)
    assert.isUndefined(strange.permissions)
  }).timeout(120_000)
})

async function ask(row: MatrixRow, caller: TestActor, extras: object): Promise<Answer> {
  const request = await row.request(caller)
  const isRead = request.body === undefined && Object.keys(extras).length === 0
  const body = isRead ? undefined : { ...request.body, ...extras }
  return send(row.route, { ...request, body }, row.allow.includes('public') ? null : caller)
}

/** How many rows of which table hold a value in any column. */
async function rowsWith(value: string | number): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const table of await db.connection().getAllTables()) {
    const columns = Object.entries(await db.connection().columnsInfo(table))
    const isText = ({ type }: { type: string }) => /char|text/i.test(type)
    const wanted = columns.filter(([, info]) => isText(info) || typeof value === 'number')
    if (wanted.length === 0) continue
    const text = isSqlite() ? 'TEXT' : 'CHAR'
    const clause = wanted.map(([name]) => `CAST(\`${name}\` AS ${text}) LIKE ?`).join(' OR ')
    const [{ total }] = await db
      .from(table)
      .whereRaw(
        clause,
        wanted.map(() => `%${value}%`)
      )
      .count('* as total')
    if (Number(total) > 0) found.set(table, Number(total))
  }
  return found
}
