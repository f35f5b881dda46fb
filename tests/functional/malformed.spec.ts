import { Agent } from 'node:http'
import env from '#start/env'
import { test } from '@japa/runner'
import { ROLES } from '#core/actor'
import { randomFrom } from '#core/support/random'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { malformed, type RawRequest, type Target } from '#tests/helpers/malformed'
import { operations } from '#tests/helpers/openapi'
import { sendRaw, type RawAnswer } from '#tests/helpers/raw_http'
import { addressOf, keyFor, loadRows } from '#tests/matrix/matrix'
import type { MatrixRequest, MatrixRow } from '#tests/matrix/row'

/** The requests of one run can be made again: MALFORMED_SEED=... */
const SEED = Number(process.env.MALFORMED_SEED ?? 20_261_121)
const WRITES = 200
const READS = 40
const PARALLEL = 8
const LONGEST = 20_000

const rows = await loadRows()
const known = await operations()
const agent = new Agent({ keepAlive: true, maxSockets: PARALLEL })

test.group('malformed requests', (group) => {
  group.teardown(() => agent.destroy())

  for (const row of rows) {
    const operation = known.get(row.route)
    const isRead = operation?.method === 'GET'
    const hasQuery = operation?.parameters.some((parameter) => parameter.in !== 'header')
    if (!operation || (isRead && !hasQuery)) continue

    test(`${row.route} never breaks`, async ({ assert }) => {
      assert.deepEqual(await failuresOf(row, isRead ? READS : WRITES), [])
    }).timeout(300_000)
  }
})

/** Sends `count` malformed requests, eight at a time; says which were answered badly. */
async function failuresOf(row: MatrixRow, count: number): Promise<string[]> {
  const target = targetOf(row.route)
  const failures: string[] = []
  let next = 0
  const work = async () => {
    let session = await openSession(row)
    while (next < count && failures.length < 5) {
      const seed = SEED + next++
      const sent = malformed(randomFrom(seed), session.valid, target)
      const startedAt = performance.now()
      const answer = await send(row.route, sent, session.caller)
      const took = performance.now() - startedAt
      const wrong = faultOf(answer, took)
      if (wrong)
        failures.push(
          `seed ${seed}, ${row.route}, ${sent.label}: ${wrong}\n${JSON.stringify(sent).slice(0, 600)}`
        )
      if (answer.status === 401 || (answer.status < 300 && isSpent(row)))
        session = await openSession(row)
    }
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, count) }, work))
  return failures
}

interface Session {
  caller: TestActor | null
  valid: MatrixRequest
}

let lastSession: Promise<unknown> = Promise.resolve()

/** One after the other: making a valid request may drain the outbox, which two at once share. */
function openSession(row: MatrixRow): Promise<Session> {
  const session = lastSession.then(() => makeSession(row))
  lastSession = session.catch(() => {})
  return session
}

async function makeSession(row: MatrixRow): Promise<Session> {
  const role = ROLES.find((one) => row.allow.includes(one)) ?? 'client'
  const caller = await actorOfRole(role)
  const valid = await row.request(caller)
  return { caller: row.allow.includes('public') ? null : caller, valid }
}

/** Routes that use up what they name: the next request needs another one. */
function isSpent(row: MatrixRow): boolean {
  return addressOf(row.route).method === 'DELETE'
}

function targetOf(route: string): Target {
  const operation = known.get(route)!
  const contents = Object.values(operation.requestBody?.content ?? {})
  const inBody = contents.flatMap(({ schema }) => Object.keys(schema.properties ?? {}))
  const inQuery = operation.parameters.filter((one) => one.in === 'query').map((one) => one.name)
  return { fields: [...inBody, ...inQuery], hasBody: ['POST', 'PUT'].includes(operation.method) }
}

function send(route: string, sent: RawRequest, caller: TestActor | null): Promise<RawAnswer> {
  const { method, pattern } = addressOf(route)
  const path = pattern.replace(/:(\w+)\??/g, (_, name) => sent.params[name] ?? '')
  const call = {
    host: env.get('HOST'),
    port: env.get('PORT'),
    method,
    path: sent.query ? `${path}?${sent.query}` : path,
    headers: { ...keyFor(route), ...caller?.headers, ...sent.headers },
    body: sent.body,
  }
  return sendRaw(call, agent)
}

function faultOf({ status, text }: RawAnswer, took: number): string | undefined {
  if (status >= 500) return `answered ${status}: ${text.slice(0, 300)}`
  if (took > LONGEST) return `took ${Math.round(took)} ms`
  if (status < 400) return undefined
  if (/\bat [\w.<>]+ \(|node_modules|\.ts:\d+/.test(text))
    return `shows a stack: ${text.slice(0, 300)}`
  return isEnvelope(text)
    ? undefined
    : `${status} without the error envelope: ${text.slice(0, 300)}`
}

function isEnvelope(text: string): boolean {
  try {
    const { errors, requestId } = JSON.parse(text)
    const isNamed = (error: any) => /^E_/.test(error.code) && typeof error.message === 'string'
    return typeof requestId === 'string' && errors.length > 0 && errors.every(isNamed)
  } catch {
    return false
  }
}
