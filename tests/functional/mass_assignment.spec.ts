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
import { dropAllJobs } from '#tests/helpers/outbox'
import { isSqlite } from '#tests/helpers/plans'
import { addressOf, loadRows, send } from '#tests/matrix/matrix'
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

type Schema = Record<string, any>

/** The form of a route's body. */
function formOf(route: string): Schema {
  const [content] = Object.values(known.get(route)?.requestBody?.content ?? {})
  return content?.schema.anyOf ? content.schema : { properties: {}, ...content?.schema }
}

const sent = { requests: 0, objects: 0, members: 0, changed: 0, undeclared: 0 }

/**
 * A body with more members, in itself and in every object inside of it: without those that are asked
 * for there. Objects whose names are the sender's choice stay as they are.
 */
function withMore(value: any, schema: Schema | undefined, more: Record<string, unknown>): any {
  const forms: Schema[] = schema?.anyOf ?? [schema ?? {}]
  if (Array.isArray(value)) {
    const items = forms.find((form) => form.items)?.items
    return value.map((one) => withMore(one, items, more))
  }
  const properties = forms.find((form) => form.properties)?.properties
  if (value === null || typeof value !== 'object' || !properties) return value
  const members = Object.entries(value).map(([name, member]) => [
    name,
    withMore(member, properties[name], more),
  ])
  const added = Object.entries(more).filter(([name]) => !Object.hasOwn(properties, name))
  sent.objects++
  sent.members += added.length
  return Object.fromEntries([...members, ...added])
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

  group.setup(async () => {
    victim = await actorOfRole('client')
    check = await answerChecker({ isClosed: true })
    mentions = await rowsWith(victim.user.id)
  })
  group.teardown(dropAllJobs)
  group.teardown(() => {
    const { requests, objects, members, changed, undeclared } = sent
    console.log(
      `      ${rows.length} writes, ${requests} requests, ${members} members of ${objects} objects: ` +
        `${changed} changed something, ${undeclared} answers with undeclared members`
    )
  })

  /** Sends a row's own request with more; says what is wrong with the answer. */
  async function wrongOf(row: MatrixRow, role: Role, status: string, rank: string) {
    const caller = await actorOfRole(role)
    const answer = await ask(row, caller, unasked(victim, WORD, status))
    sent.requests++

    const wrong: string[] = []
    if (answer.status !== row.success) wrong.push(`${answer.status} instead of ${row.success}`)
    const undeclared = check(row.route, answer.status, answer.body)
    if (undeclared) sent.undeclared++
    if (undeclared) wrong.push(undeclared)
    const found = rankOf(answer.body).join(' ')
    if (found !== rank) wrong.push(`says ${found} instead of ${rank}`)
    const account = await db.from('users').where({ id: caller.user.id }).first()
    if (account && account.role !== role) wrong.push(`the caller is ${account.role} now`)
    if (wrong.length > (undeclared ? 1 : 0)) sent.changed++
    return wrong.map((what) => `${role}, status ${status}: ${what}`)
  }

  for (const row of rows)
    test(row.route, async ({ assert }) => {
      const isPublic = row.allow.includes('public')
      const roles = ROLES.filter((role) => isPublic || row.allow.includes(role))
      const wrong: string[] = []
      for (const role of roles) {
        const plain = await ask(row, await actorOfRole(role))
        const rank = rankOf(plain.body).join(' ')
        if (role === roles[0]) wrong.push(...(await wrongOf(row, role, 'approved', rank)))
        wrong.push(...(await wrongOf(row, role, WORD, rank)))
      }
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

async function ask(row: MatrixRow, caller: TestActor, more?: Record<string, unknown>) {
  const request = await row.request(caller)
  const body = more ? withMore(request.body ?? {}, formOf(row.route), more) : request.body
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
