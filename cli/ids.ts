/*
 * Ids for bulk runs: one a line, a CSV or TSV with a header, or what a list printed into a pipe.
 */
import { readFile } from 'node:fs/promises'
import { UsageError } from './errors.ts'
import type { Context } from './context.ts'

/** Ids in the order they came, each once. */
export interface IdList {
  ids: string[]
  duplicates: number
}

/** Reads `--from FILE` or `--from -`. */
export async function readIds(context: Context, from: string): Promise<IdList> {
  const text = from === '-' ? await readStdin(context) : await readFrom(from)
  return parseIds(text)
}

export function parseIds(text: string): IdList {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const rows = lines.filter((line) => line.trim() !== '').map(cells)
  const column = rows.length > 0 ? headerColumn(rows[0]) : undefined
  const found = (column === undefined ? rows : rows.slice(1)).map(
    (row) => row[column ?? 0]?.trim() ?? ''
  )
  const ids = [...new Set(found)]
  return { ids, duplicates: found.length - ids.length }
}

/** An id goes into a path: anything but its own alphabet is a mistake, not something to escape. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(text)
}

/** The path for one id; what cannot be an id never becomes part of a path. */
export function pathWithId(path: string, id: string): string {
  if (!isId(id)) throw new UsageError(`"${id}" is not an id`, { code: 'bad_id' })
  return path.replace(':id', id)
}

/** All of stdin, until it ends or the command is interrupted. */
export async function readStdin(context: Context): Promise<string> {
  const { stdin } = context.streams
  const chunks: Buffer[] = []
  const stop = () => stdin.destroy()
  context.signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
  } catch (error) {
    if (!context.signal.aborted) throw error
  } finally {
    context.signal.removeEventListener('abort', stop)
  }
  if (context.signal.aborted) throw context.signal.reason
  return Buffer.concat(chunks).toString('utf8')
}

async function readFrom(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${path}: ${error.code ?? error.message}`)
  })
}

/** Index of the id column when the first row is a header. */
function headerColumn(row: string[]): number | undefined {
  const names = row.map((cell) => cell.trim().toLowerCase())
  const exact = names.indexOf('id')
  if (exact !== -1) return exact
  // `partnerId`, `partner_id`: but not an id such as prt_01h…, which never ends this way.
  const ending = names.findIndex((name) => /^[a-z_ ]+id$/.test(name))
  return ending === -1 ? undefined : ending
}

/** Cells of a CSV or TSV line; quotes as in RFC 4180, without line breaks inside. */
function cells(line: string): string[] {
  if (line.includes('\t')) return line.split('\t')
  const pattern = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g
  return Array.from(line.matchAll(pattern), ([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"')
  )
}
