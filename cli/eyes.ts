/*
 * The impersonation a profile has open: its token in a private file beside the profile's own, its
 * banner, and the one kind of request it is good for.
 */
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { AuthError, UsageError } from './errors.ts'
import { guardSecretFile, readIfExists, writePrivate } from './files.ts'
import { unwrap } from './http/answers.ts'
import { cleanLine } from './output/clean.ts'
import type { Context } from './context.ts'
import type { ApiAnswer, ApiRequest, HttpClient, Method, Query } from './http.ts'

const MINUTE = 60_000

/** What the start of an impersonation answers. */
export interface Started {
  sessionId: string
  impersonationToken: string
  expiresAt: string
  customer: { id: string; name: string; role: string }
}

/** What is kept of it; sent to this server alone. */
export interface Eyes extends Started {
  origin: string
}

export interface Look {
  method: Extract<Method, 'GET' | 'HEAD'>
  path: string
  query: Query
}

/** What a start needs to know. */
export interface Start {
  customerId: string
  /** the client reads it, too */
  reason: string
  minutes?: number
}

export function startOf(body: Start): ApiRequest {
  return { method: 'POST', path: '/admin/impersonate/start', body }
}

/** What a start has opened; its token is a secret from here on. */
export async function startedBy(context: Context, answer: ApiAnswer): Promise<Eyes> {
  const started = unwrap<Started>(answer.body)
  context.redactor.remember(started.impersonationToken)
  return { ...started, origin: await originOf(context) }
}

/** Ends whatever this login has open. */
export function endOf(note?: string): ApiRequest {
  return { method: 'POST', path: '/admin/impersonate/end', body: { note } }
}

export async function stopLooking(http: HttpClient): Promise<void> {
  await http.send(endOf())
}

/** Reads one page through the eyes of the client, after the banner. */
export async function look(context: Context, eyes: Eyes, request: Look): Promise<ApiAnswer> {
  if (eyes.origin !== (await originOf(context))) {
    throw new UsageError(
      `this impersonation belongs to ${eyes.origin}: its token goes nowhere else`
    )
  }
  showBanner(context, eyes)
  const http = await context.http()
  const headers = { 'X-Impersonation-Token': eyes.impersonationToken }
  return http.send({ ...request, headers, anyBody: true })
}

/** Always told, also to a machine: nobody should forget through whose eyes this is. */
export function showBanner(context: Context, { customer, sessionId, expiresAt }: Eyes): void {
  const left = Math.max(0, Math.ceil((Date.parse(expiresAt) - context.clock.now()) / MINUTE))
  const who = `${cleanLine(customer.name)} (${customer.role} ${customer.id})`
  const line = `IMPERSONATING ${who} · read-only · every call is logged · ${left} min left · ${sessionId}`
  context.talk.line(context.talk.style(['bold', 'yellow'], line))
}

export async function keepEyes(context: Context, eyes: Eyes): Promise<void> {
  await writePrivate(await pathOf(context), `${JSON.stringify(eyes, null, 2)}\n`)
}

/** What is kept, or undefined. */
export async function readEyes(context: Context): Promise<Eyes | undefined> {
  const path = await pathOf(context)
  const text = await readIfExists(path)
  if (text === undefined) return undefined
  await guardSecretFile(path, (told) => context.talk.note(told))
  const eyes = parseEyes(text)
  if (!eyes) throw new UsageError(`${path} cannot be read`, { hint: 'souk impersonate end' })
  context.redactor.remember(eyes.impersonationToken)
  return eyes
}

/** @throws AuthError when there is none */
export async function requireEyes(context: Context): Promise<Eyes> {
  const eyes = await readEyes(context)
  if (eyes) return eyes
  throw new AuthError('not_impersonating', 'no impersonation is open here', {
    hint: 'souk impersonate start <user-id> --reason <text>',
  })
}

export async function forgetEyes(context: Context): Promise<void> {
  const path = await pathOf(context)
  if ((await readIfExists(path)) !== undefined) await unlink(path)
}

function parseEyes(text: string): Eyes | undefined {
  try {
    const eyes = JSON.parse(text)
    return typeof eyes?.impersonationToken === 'string' && eyes.customer ? eyes : undefined
  } catch {
    return undefined
  }
}

async function pathOf(context: Context): Promise<string> {
  const { name } = await context.profile()
  return join(context.paths.config, 'tokens', `${name.value}.impersonation.json`)
}

async function originOf(context: Context): Promise<string> {
  return new URL((await context.profile()).apiUrl.value).origin
}
