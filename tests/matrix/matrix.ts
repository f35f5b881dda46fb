/*
 * The rows of the permission matrix, which stand in the other files of this folder, and how one
 * request of a row is sent to the running server. What is asked of a row: cells.ts.
 */
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { needsKey } from '#core/idempotency/routes'
import type { TestActor } from '#tests/helpers/actors'
import type { MatrixRequest, MatrixRow } from '#tests/matrix/row'

const MACHINERY = ['cells.ts', 'matrix.ts', 'row.ts', 'tally.ts', 'through_eyes.ts']

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

interface Address {
  method: string
  pattern: string
}

let addresses: Map<string, Address> | undefined

/** The method and pattern of a route. */
export function addressOf(route: string): Address {
  addresses ??= allAddresses()
  const found = addresses.get(route)
  if (!found) throw new Error(`There is no route ${route}`)
  return found
}

function allAddresses(): Map<string, Address> {
  router.commit()
  const routes = Object.values(router.toJSON()).flat()
  return new Map(
    routes.map(({ name, methods, pattern }) => [
      name!,
      { method: methods.find((method) => method !== 'HEAD')!, pattern },
    ])
  )
}

export interface Answer {
  status: number
  contentType: string
  headers: Headers
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
  const { status, headers: answered } = response
  const contentType = answered.get('content-type') ?? ''
  const isJson = contentType.includes('json') && text !== ''
  return { status, contentType, headers: answered, body: isJson ? JSON.parse(text) : text }
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
