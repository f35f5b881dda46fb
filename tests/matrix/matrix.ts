/*
 * Asks the running server for every cell of the permission matrix: each route, each kind of caller,
 * own, foreign, missing and deleted objects. The rows stand in the other files of this folder.
 */
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { ROLES, type Role } from '#core/actor'
import { needsKey } from '#core/idempotency/routes'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import type { MatrixRequest, MatrixRow } from '#tests/matrix/row'
import { eyesCells, makeLooker, type Looker, type OwnAnswer } from '#tests/matrix/through_eyes'

const MACHINERY = ['matrix.ts', 'row.ts', 'through_eyes.ts']

/** The rows of every domain. */
export async function loadRows(): Promise<MatrixRow[]> {
  const files = (await readdir(app.makePath('tests/matrix'))).filter(
    (name) => name.endsWith('.ts') && !MACHINERY.includes(name)
  )
  const modules = await Promise.all(
    files.sort().map((name) => import(`#tests/matrix/${basename(name, '.ts')}`))
  )
  return modules.flatMap((module) => module.rows as MatrixRow[])
}

/** The method and pattern of a route. */
export function addressOf(route: string): { method: string; pattern: string } {
  router.commit()
  const found = Object.values(router.toJSON())
    .flat()
    .find(({ name }) => name === route)
  if (!found) throw new Error(`There is no route ${route}`)
  return { method: found.methods.find((method) => method !== 'HEAD')!, pattern: found.pattern }
}

export interface Answer {
  status: number
  contentType: string
  body: any
}

/** Sends one request of a row; `caller` null sends no token. */
export async function send(
  route: string,
  request: MatrixRequest,
  caller: TestActor | null
): Promise<Answer> {
  const { method, pattern } = addressOf(route)
  const path = pattern.replace(/:(\w+)\??/g, (_, name) =>
    encodeURIComponent(request.params?.[name] ?? '')
  )
  const query = request.query ? `?${new URLSearchParams(request.query)}` : ''
  const { body, headers } = encoded(request)
  const response = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}${path}${query}`, {
    method,
    redirect: 'manual',
    headers: { ...headers, ...keyFor(route), ...request.headers, ...caller?.headers },
    body: method === 'GET' ? undefined : body,
  })
  const text = await response.text()
  const contentType = response.headers.get('content-type') ?? ''
  const isJson = contentType.includes('json') && text !== ''
  return { status: response.status, contentType, body: isJson ? JSON.parse(text) : text }
}

/** Routes that move money want a key. */
export function keyFor(route: string): Record<string, string> {
  return needsKey(route) ? { 'idempotency-key': randomUUID() } : {}
}

function encoded({ body, files }: MatrixRequest): {
  body?: string | FormData
  headers: Record<string, string>
} {
  if (!files) {
    const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
    return { body: body && JSON.stringify(body), headers }
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(body ?? {})) appendField(form, name, value)
  for (const { field, name, content, contentType } of files)
    form.append(field, new Blob([new Uint8Array(content)], { type: contentType }), name)
  return { body: form, headers: {} }
}

/** Nested values of a form are spelled name[0], name[key]. */
function appendField(form: FormData, name: string, value: unknown) {
  if (value === null || value === undefined) return
  if (typeof value !== 'object') return form.append(name, String(value))
  for (const [key, member] of Object.entries(value)) appendField(form, `${name}[${key}]`, member)
}

export interface Cell {
  /** who asks, for what: "agent, missing" */
  title: string
  expected: number
  answer: Answer
  /** what is wrong with the answer apart from its status */
  wrong?: string
}

/** The accounts that are refused everywhere they have no business; made once. */
export interface Strangers {
  byRole: Map<Role, TestActor>
  suspended: TestActor[]
  looker: Looker
}

export async function makeStrangers(): Promise<Strangers> {
  const byRole = new Map<Role, TestActor>()
  for (const role of ROLES) byRole.set(role, await actorOfRole(role))
  const suspended = [
    await actorOfRole('client', { status: 'suspended' }),
    await actorOfRole('senior_admin', { status: 'suspended' }),
  ]
  return { byRole, suspended, looker: await makeLooker() }
}

/**
 * Every cell of one row. Callers that are let in are fresh accounts each time, so that a route that
 * ends a session or an account disturbs nobody else's cell.
 */
export async function cellsOf(row: MatrixRow, strangers: Strangers): Promise<Cell[]> {
  const isPublic = row.allow.includes('public')
  const allowed = ROLES.filter((role) => isPublic || row.allow.includes(role))
  const cells: Cell[] = []
  const owns: OwnAnswer[] = []

  for (const role of allowed) {
    const caller = await actorOfRole(role)
    const request = await row.request(caller)
    const answer = await send(row.route, request, caller)
    cells.push({ title: `${role}, own`, expected: row.success, answer })
    owns.push({ role, caller, request, answer })
  }

  const anybody = await actorOfRole(allowed[0])
  const request = await row.request(anybody)
  cells.push(...(await eyesCells(row, strangers.looker, request, owns)))
  const stranger = async (title: string, expected: number, caller: TestActor | null) => {
    cells.push({ title, expected, answer: await send(row.route, request, caller) })
  }
  await stranger('no token', isPublic ? row.success : 401, null)
  if (isPublic) return [...cells, ...(await objectCells(row, allowed))]

  for (const role of ROLES)
    if (!allowed.includes(role)) await stranger(role, 403, strangers.byRole.get(role)!)
  for (const caller of strangers.suspended)
    await stranger(`suspended ${caller.user.role}`, 401, caller)
  return [...cells, ...(await objectCells(row, allowed))]
}

/** Missing, foreign and deleted objects look the same: 404, with the same words. */
async function objectCells(row: MatrixRow, allowed: readonly Role[]): Promise<Cell[]> {
  if (!row.object) return []
  const { param, missing, owned, deleted } = row.object
  const cells: Cell[] = []
  for (const role of allowed) {
    const caller = await actorOfRole(role)
    const own = await row.request(caller)
    const ask = async (id: string) =>
      send(row.route, { ...own, params: { ...own.params, [param]: id } }, caller)
    const lost = await ask(missing)
    cells.push({ title: `${role}, missing`, expected: 404, answer: lost })
    const asMissing = (what: string, answer: Answer) => {
      cells.push({ title: `${role}, ${what}`, expected: 404, answer })
      if (JSON.stringify(answer.body.errors) !== JSON.stringify(lost.body.errors))
        throw new Error(`${row.route}: a ${what} object can be told from a missing one (${role})`)
    }
    if (deleted) {
      const owner = await actorOfRole(role)
      const gone = await row.request(owner)
      await deleted(gone, owner)
      asMissing('deleted', await send(row.route, gone, owner))
    }
    const hasOwner = typeof owned === 'boolean' ? owned : owned.includes(role)
    if (!hasOwner) continue
    const other = await row.request(await actorOfRole(role))
    asMissing('foreign', await ask(other.params![param]))
  }
  return cells
}
