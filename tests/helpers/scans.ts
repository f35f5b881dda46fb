/*
 * Looks at everything that is stored: every column of every table, every file.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { extractText, getDocumentProxy } from 'unpdf'
import { rowsOf } from '#core/database/statements'
import { isSqlite } from '#tests/helpers/plans'
import { unzipped } from '#tests/helpers/zips'

/** The tables of the live database with their columns and the types of these; FTS5 and its parts included. */
export async function liveColumns(): Promise<Map<string, Map<string, string>>> {
  const live = new Map<string, Map<string, string>>()
  for (const table of await tableNames()) live.set(table, await columnsOf(table))
  return live
}

async function tableNames(): Promise<string[]> {
  const sql = isSqlite()
    ? `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`
    : `SELECT table_name AS name FROM information_schema.tables
         WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`
  return (await rowsOf(db, sql)).map(({ name }) => name)
}

async function columnsOf(table: string): Promise<Map<string, string>> {
  const sql = isSqlite()
    ? `SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1`
    : `SELECT column_name AS name, data_type AS type FROM information_schema.columns
         WHERE table_schema = DATABASE() AND table_name = ?`
  const rows = await rowsOf(db, sql, table)
  return new Map(rows.map(({ name, type }) => [name, String(type).toLowerCase()]))
}

/** Where any of these values still stands: `table.column: value`. Compared without case. */
export async function findInTables(values: string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of await tableNames())
    for (const row of await rowsOf(db, `SELECT * FROM \`${table}\``))
      for (const [column, cell] of Object.entries(row))
        for (const value of hitsIn(cell, values)) found.push(`${table}.${column}: ${value}`)
  return [...new Set(found)]
}

/** The same for files: their names and bytes, the text of PDFs, what is packed in zips, mails. */
export async function findInFiles(values: string[], folders = dataFolders()): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders)
    for (const path of await filesBelow(folder))
      for (const text of await textsOf(path, await readFile(path)))
        for (const value of hitsIn(text, values)) found.push(`${path}: ${value}`)
  return [...new Set(found)]
}

/** The storage, and where the file drivers put mails and texts. */
export function dataFolders(): string[] {
  return [env.get('DRIVE_ROOT'), env.get('OUTBOX_DIR')].map((folder) => app.makePath(folder))
}

function hitsIn(cell: unknown, values: string[]): string[] {
  if (cell === null || cell === undefined) return []
  const text = (Buffer.isBuffer(cell) ? cell.toString('latin1') : String(cell)).toLowerCase()
  // JSON spells some letters out
  const plain = text.replace(/\\u([0-9a-f]{4})/g, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16))
  )
  return values.filter(
    (value) => text.includes(value.toLowerCase()) || plain.includes(value.toLowerCase())
  )
}

export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

async function textsOf(name: string, bytes: Buffer): Promise<string[]> {
  const texts = [name, bytes.toString('utf8'), bytes.toString('latin1')]
  if (name.endsWith('.eml')) texts.push(unquoted(bytes.toString('utf8')))
  if (name.endsWith('.pdf')) texts.push(await textOfPdf(bytes))
  if (name.endsWith('.zip'))
    for (const [inner, content] of await unzipped(bytes))
      texts.push(...(await textsOf(inner, content)))
  return texts
}

/** Quoted-printable as plain text. */
export function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const known = new Map<string, string>()

/** A file that only looks like a PDF has no text. Each is read once: it takes long, and there are many. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const key = createHash('sha256').update(bytes).digest('base64')
  const text = known.get(key) ?? (await readPdf(bytes))
  known.set(key, text)
  return text
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  try {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    })
    return text
  } catch {
    return ''
  }
}
