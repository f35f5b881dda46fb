/*
 * One request to any endpoint. Paths are relative to the API, so that the token cannot be talked
 * into going elsewhere.
 */
import { readFile } from 'node:fs/promises'
import { confirmWrite, effectiveLevel, missingConfirmation, showTarget } from '../../confirm.ts'
import { UsageError } from '../../errors.ts'
import { unwrap } from '../../http.ts'
import { readStdin } from '../../ids.ts'
import { cleanLine, cleanText } from '../../output/clean.ts'
import type { Context } from '../../context.ts'
import type { ApiAnswer, ApiRequest, ListMeta, Method } from '../../http.ts'
import type { Row } from '../../output/columns.ts'

export interface ApiFlags {
  method?: Method
  rawField?: string[]
  field?: string[]
  header?: string[]
  input?: string
  paginate?: boolean
  slurp?: boolean
  include?: boolean
  silent?: boolean
  idempotencyKey?: string
  yes?: boolean
  dryRun?: boolean
}

export async function runApi(context: Context, path: string, flags: ApiFlags): Promise<void> {
  const request = await buildRequest(context, path, flags)
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
  const [http, printer] = [await context.http(), await context.printer()]
  if (flags.dryRun) return printer.value(await http.preview(request))
  if (flags.paginate) {
    if (isWrite) throw new UsageError('--paginate is for GET')
    return printPages(context, request, flags)
  }
  if (isWrite) await confirmCall(context, request, flags)
  const answer = await http.send(request)
  await printAnswer(context, answer, flags)
}

async function buildRequest(
  context: Context,
  path: string,
  flags: ApiFlags
): Promise<ApiRequest & { method: Method }> {
  const fields = await bodyFields(flags)
  const hasFields = Object.keys(fields).length > 0
  if (hasFields && flags.input !== undefined) {
    throw new UsageError('--input and -f/-F exclude each other')
  }
  const method = flags.method ?? (hasFields || flags.input !== undefined ? 'POST' : 'GET')
  const { pathname, query } = splitPath(path)
  const readsOnly = method === 'GET' || method === 'HEAD'
  return {
    method,
    path: pathname,
    query: readsOnly ? { ...query, ...(fields as Record<string, string>) } : query,
    body: !readsOnly && hasFields ? fields : undefined,
    rawBody: flags.input === undefined ? undefined : await readInput(context, flags.input),
    headers: parseHeaders(flags.header ?? []),
    idempotencyKey: flags.idempotencyKey,
    anyBody: true,
  }
}

/** A path below the API; `/api/v1` in front is accepted, an address or `..` is not. */
export function splitPath(path: string): { pathname: string; query: Record<string, string[]> } {
  const relative = path.replace(/^\/?api\/v1(?=\/)/, '')
  const [pathname, search = ''] = relative.split(/\?(.*)/s)
  const isAddress = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(pathname)
  const climbs = /(^|\/)(\.|%2e){1,2}(\/|$)/i.test(pathname)
  if (isAddress || climbs || /[\s\\#]/.test(pathname)) {
    throw new UsageError(`"${path}" is not a path of the API; example: /user/profile`, {
      code: 'bad_path',
    })
  }
  const query: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(search)) (query[name] ??= []).push(value)
  return { pathname: pathname.startsWith('/') ? pathname : `/${pathname}`, query }
}

async function bodyFields(flags: ApiFlags): Promise<Record<string, unknown>> {
  const fields: Record<string, unknown> = {}
  for (const pair of flags.rawField ?? []) {
    const [name, text] = splitPair(pair, '=')
    fields[name] = text
  }
  for (const pair of flags.field ?? []) {
    const [name, text] = splitPair(pair, '=')
    fields[name] = await typedValue(text)
  }
  return fields
}

async function typedValue(text: string): Promise<unknown> {
  if (text.startsWith('@')) return readInputFile(text.slice(1))
  if (/^(true|false|null|-?\d+)$/.test(text)) return JSON.parse(text.replace(/^(-?)0+(?=\d)/, '$1'))
  return text
}

function parseHeaders(pairs: string[]): Record<string, string> {
  const headers = Object.fromEntries(pairs.map((pair) => splitPair(pair, ':')))
  const forbidden = Object.keys(headers).find((name) => /^(authorization|host)$/i.test(name))
  if (forbidden) {
    throw new UsageError(`the header ${forbidden} is set by souk`, { hint: 'souk auth status' })
  }
  for (const [name, value] of Object.entries(headers)) {
    if (/^[\w-]+$/.test(name) && !/[^\t -~]/.test(value)) continue
    throw new UsageError(`"${name}" is not a header that can be sent`)
  }
  return headers
}

function splitPair(pair: string, separator: string): [string, string] {
  const at = pair.indexOf(separator)
  if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  throw new UsageError(`"${pair}" should look like name${separator}value`)
}

async function readInput(context: Context, input: string): Promise<string> {
  return input === '-' ? readStdin(context) : readInputFile(input)
}

async function readInputFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${path}: ${error.code ?? error.message}`)
  })
}

/** A DELETE asks; any write asks on a protected profile. */
async function confirmCall(
  context: Context,
  request: ApiRequest & { method: Method },
  flags: ApiFlags
): Promise<void> {
  const level = request.method === 'DELETE' ? 2 : 1
  const confirmation = {
    level: Math.min(2, effectiveLevel(level, await context.profile())) as 1 | 2,
    question: `${request.method} ${request.path}`,
    expected: request.path,
    expectedName: 'path',
  }
  const flag = missingConfirmation(confirmation, flags)
  if (flag && !context.prompt.possible) {
    throw new UsageError(`this needs a confirmation: ${flag}`, {
      code: 'confirmation_required',
      need: flag,
      hint: 'no terminal to ask on',
    })
  }
  await showTarget(context)
  await confirmWrite(context, confirmation, flags)
}

async function printPages(context: Context, request: ApiRequest, flags: ApiFlags): Promise<void> {
  const [http, printer] = [await context.http(), await context.printer()]
  const all: unknown[] = []
  let cursor: string | undefined
  do {
    const query = cursor === undefined ? request.query : { ...request.query, cursor }
    const answer = await http.send({ ...request, query })
    const data = unwrap<unknown>(answer.body)
    if (!Array.isArray(data)) throw new UsageError(`--paginate: ${request.path} is not a list`)
    const next = (answer.body as { meta?: ListMeta }).meta?.nextCursor ?? undefined
    if (flags.slurp) all.push(...data)
    else if (!flags.silent) await printer.value(data)
    cursor = next === cursor ? undefined : next
  } while (cursor !== undefined)
  if (flags.slurp && !flags.silent) await printer.value(all)
}

export async function printAnswer(
  context: Context,
  answer: ApiAnswer,
  flags: ApiFlags = {}
): Promise<void> {
  if (flags.silent) return
  const printer = await context.printer()
  if (flags.include) {
    const headers = answer.headers
      .entries()
      .map(([name, value]) => `${name}: ${cleanLine(value)}\n`)
    await printer.text(`HTTP ${answer.status}\n${headers.join('')}\n`)
  }
  if (answer.body !== undefined) return printer.value(answer.body as Row)
  // Not JSON (a CSV, a picture): as it came for a program, harmless for a terminal.
  if (context.out.isTTY) await printer.text(cleanText(answer.text))
  else await context.out.write(answer.bytes)
}
