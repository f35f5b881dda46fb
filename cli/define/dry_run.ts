/*
 * Two ways to try a write: `--dry-run` prints the exact request and sends nothing;
 * `--dry-run-server` lets the server do it, undo it and tell what would have changed.
 */
import { CliError, UnsupportedError, exitCodes } from '../errors.ts'
import { rowKey } from '../journal.ts'
import { jsonText } from '../output/json.ts'
import { valueAt } from '../output/values.ts'
import { pathWithId } from '../ids.ts'
import type { Context } from '../context.ts'
import type { ApiAnswer, ApiRequest } from '../http.ts'
import type { Column, Row } from '../output/columns.ts'

/** One line that the audit log would have got. */
interface Change {
  action: string
  subject: { type: string; id: string }
  before: Row | null
  after: Row | null
}

const changeColumns: Column[] = [
  { key: 'action' },
  { key: 'id', id: true },
  { key: 'field' },
  { key: 'before' },
  { key: 'after' },
]

/** Prints what would be sent, one request per id. */
export async function preview(
  context: Context,
  request: ApiRequest,
  ids: string[],
  key: string
): Promise<void> {
  const [http, printer] = [await context.http(), await context.printer()]
  const requests = await Promise.all(
    (ids.length === 0 ? [undefined] : ids).map((id, index) =>
      http.preview({
        ...request,
        path: id === undefined ? request.path : pathWithId(request.path, id),
        idempotencyKey: rowKey({ key, ids }, index),
      })
    )
  )
  if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.value(requests)
  for (const { method, url, headers, body } of requests) {
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`)
    await printer.text(`${method} ${url}\n${head.join('')}\n${jsonText(body)}`)
  }
}

/**
 * The header that asks for a trial.
 *
 * @throws UnsupportedError (exit 9) unless the server says in its own description that it knows it
 */
export async function trialHeader(context: Context): Promise<Record<string, string>> {
  const http = await context.http()
  const document = (await http.send({ path: '/openapi.json', anonymous: true })).body
  if (valueAt(document, 'info.x-dry-run') !== true) {
    // A server that does not know the header would carry the write out.
    throw new UnsupportedError('this server cannot check a write without applying it', {
      hint: '--dry-run prints the request without sending it',
    })
  }
  return { 'X-Dry-Run': '1' }
}

/** Prints what would have changed, a line per changed field; as JSON, with the answer itself. */
export async function printTrial(context: Context, answer: ApiAnswer, result: Row): Promise<void> {
  if (answer.headers.get('x-dry-run') !== 'rolled back') {
    throw new CliError(
      exitCodes.unexpected,
      'dry_run_not_confirmed',
      'the server does not say that it rolled back: the write may have been applied',
      { requestId: answer.requestId, mayHaveApplied: true }
    )
  }
  const printer = await context.printer()
  const told = valueAt(answer.body, 'meta.dryRun.changes')
  const changes = Array.isArray(told) ? (told as Change[]) : []
  if (printer.isJson || printer.mode === 'format') return printer.item({ ...result, changes }, [])
  await printer.list([changes.flatMap(fieldsOf)], changeColumns)
  const outcome = changes.length === 0 ? 'nothing would change' : 'nothing was changed'
  context.talk.note(`checked only: ${outcome}`)
}

/** A row for each field that differs; a deed without any is a row of its own. */
function fieldsOf({ action, subject, before, after }: Change): Row[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  const head = { action, id: subject.id }
  if (fields.size === 0) return [{ ...head, field: null, before: null, after: null }]
  return [...fields].map((field) => ({
    ...head,
    field,
    before: before?.[field] ?? null,
    after: after?.[field] ?? null,
  }))
}
