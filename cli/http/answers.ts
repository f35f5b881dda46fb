/*
 * Reading the body of an answer: its data, or what it says is wrong. Pure.
 */
import { cleanLine } from '../output/clean.ts'
import type { FieldProblem } from '../errors.ts'

/** The `data` of an answer; a body without an envelope is itself the data. */
export function unwrap<T>(body: unknown): T {
  const hasData = typeof body === 'object' && body !== null && 'data' in body
  return (hasData ? body.data : body) as T
}

/** Reads JSON; what is none is no error yet, for an answer may be something else. */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

/** What an error answer says. */
export interface Problem {
  code: string
  message: string
  fields?: FieldProblem[]
  requestId?: string
  /** By what the login can prove itself, when the server wants that first. */
  methods?: string[]
}

/** Reads the error envelope; anything else (a proxy's HTML page) becomes a plain sentence. */
export function readProblem(text: string, status: number): Problem {
  const parsed = parseJson(text)
  const body = parsed.ok ? (parsed.value as { errors?: unknown; requestId?: string }) : undefined
  const errors = Array.isArray(body?.errors)
    ? (body.errors as Partial<FieldProblem & Problem>[])
    : []
  const first = errors[0]
  const fields = errors
    .filter((error) => typeof error?.field === 'string')
    .map(({ field, message, rule }) => ({
      field: cleanLine(field!),
      message: cleanLine(String(message ?? '')),
      ...(rule ? { rule } : {}),
    }))
  return {
    code: String(first?.code ?? `http_${status}`),
    message: cleanLine(String(first?.message ?? `the server answered ${status}`)),
    fields: fields.length > 0 ? fields : undefined,
    requestId: typeof body?.requestId === 'string' ? body.requestId : undefined,
    ...(Array.isArray(first?.methods) ? { methods: first.methods.map(String) } : {}),
  }
}
