/*
 * Reading lists by keyset cursors. A list that was cut says so on stderr, also in a pipe.
 */
import type { Context } from './context.ts'
import type { ListMeta, Query } from './http.ts'
import type { ListFlags } from './options.ts'
import type { Row } from './output/columns.ts'

const DEFAULT_LIMIT = 50
/** The most the server gives at a time. */
export const LARGEST_PAGE = 100

/** Pages of a list until the limit or its end, then the note on what was left out. */
export async function* listPages(
  context: Context,
  path: string,
  query: Query,
  flags: ListFlags,
  onPage?: (meta: ListMeta) => void
): AsyncGenerator<Row[]> {
  const [http, { settings }] = await Promise.all([context.http(), context.config()])
  const configured = settings.limit as number | undefined
  const limit = flags.all ? Infinity : (flags.limit ?? configured ?? DEFAULT_LIMIT)
  const pageSize = flags.pageSize ?? LARGEST_PAGE
  let cursor = flags.cursor
  let shown = 0
  let total: number | undefined

  while (true) {
    const { rows, meta }: { rows: Row[]; meta: ListMeta } = await http.page<Row>(path, {
      ...query,
      limit: Math.min(pageSize, limit - shown),
      cursor,
      // How many there are is wanted for the note; the server answers only where it is cheap.
      count: shown === 0 && !flags.all ? true : undefined,
    })
    onPage?.(meta)
    // A list that the API answers whole is cut here, and only when somebody asked for that.
    const isWhole = rows.length > limit - shown && !meta.nextCursor
    if (isWhole && flags.limit !== undefined && !flags.all) {
      yield rows.slice(0, limit)
      return noteCut(context, { shown: limit, total: rows.length })
    }
    shown += rows.length
    total ??= meta.total
    yield rows
    const next = meta.nextCursor ?? undefined
    if (next === undefined || next === cursor) return
    if (shown >= limit) return noteCut(context, { shown, total, nextCursor: next })
    cursor = next
  }
}

function noteCut(
  context: Context,
  cut: { shown: number; total: number | undefined; nextCursor?: string }
): void {
  if (context.wantsJson && !context.talk.isTTY && !context.flags.quiet) {
    return context.talk.line(JSON.stringify({ notice: { code: 'cut', ...cut } }))
  }
  const of = cut.total === undefined ? '' : ` of ${cut.total.toLocaleString('en')}`
  const ways = cut.nextCursor
    ? `--all, --limit N or --cursor ${cut.nextCursor}`
    : '--all or --limit N'
  context.talk.note(`${cut.shown}${of} shown; more with ${ways}`)
}
