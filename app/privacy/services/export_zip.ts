/*
 * An export as a zip, written as a stream: tables as JSON and CSV, and the person's own files. At no
 * time is more than a batch of rows or a piece of a file in memory.
 */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import db from '@adonisjs/lucid/services/db'
import { ZipFile } from 'yazl'
import { storage } from '#core/files/storage'
import { toIso } from '#core/support/clock'
import { csvRecords, type Cell } from '#core/support/csv'
import { sectionsOf, type Section } from '#privacy/services/export_sections'

const FILES_AT_ONCE = 200

/** Sections that people open in a spreadsheet. */
const TABULAR = new Set([
  'addresses',
  'orders',
  'partner_orders',
  'order_lines',
  'invoices',
  'payments',
  'refunds',
  'withdrawals',
  'ledger_entries',
  'listings',
  'variants',
])

/** Writes the zip of a person into a new local file. */
export async function writeExportZip(path: string, userId: string, now: number) {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  const failed = new Promise<never>((_, reject) => zip.on('error', reject))
  try {
    await Promise.race([fill(zip, userId, now).then(() => written), failed])
  } catch (error) {
    ;(zip.outputStream as Readable).destroy()
    await written.catch(() => {}) // it is the same failure, or follows from it
    throw error
  }
}

async function fill(zip: ZipFile, userId: string, now: number) {
  const sections = sectionsOf(userId)
  zip.addBuffer(Buffer.from(readme(sections, userId, now)), 'README.txt')
  for (const section of sections) {
    add(zip, `data/${section.name}.json`, () => Readable.from(json(section)))
    if (TABULAR.has(section.table))
      add(zip, `tables/${section.name}.csv`, () => Readable.from(csv(section)))
  }
  await addFiles(zip, userId)
  zip.end()
}

type Open = () => Readable | Promise<Readable>

/** Opened when its turn comes, one after the other. */
function add(zip: ZipFile, name: string, open: Open, compress = true) {
  zip.addReadStreamLazy(name, { compress }, (ready) => {
    Promise.resolve()
      .then(open)
      .then(
        (stream) => ready(null, stream),
        (error) => zip.emit('error', error)
      )
  })
}

async function* json({ batches }: Section) {
  let before = '['
  for await (const rows of batches())
    for (const row of rows) {
      yield `${before}\n${JSON.stringify(row)}`
      before = ','
    }
  yield before === '[' ? '[]\n' : '\n]\n'
}

async function* csv({ batches }: Section) {
  let header: string[] | undefined
  for await (const rows of batches()) {
    if (rows.length === 0) continue
    const columns = header ?? Object.keys(rows[0])
    if (!header) yield csvRecords([columns])
    header = columns
    yield csvRecords(rows.map((row) => columns.map((column) => cellOf(row[column]))))
  }
  if (!header) yield ''
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string') return value
  return JSON.stringify(value)
}

/** Own files but for older exports; they are packed already, so only put in. */
async function addFiles(zip: ZipFile, userId: string) {
  let after = ''
  for (;;) {
    const files = await db
      .from('files')
      .where('owner_id', userId)
      .where('id', '>', after)
      .whereNot('purpose', 'export')
      .orderBy('id')
      .limit(FILES_AT_ONCE)
    for (const { id, purpose, file_name: name, disk_key: key } of files) {
      if (!(await storage.disk().exists(key))) continue
      const open = () => storage.disk().getStream(key)
      add(zip, `files/${purpose}/${id}-${harmless(name)}`, open, false)
    }
    if (files.length < FILES_AT_ONCE) return
    after = files.at(-1)!.id
  }
}

const harmless = (name: string) => name.replace(/[/\\:]/g, '_')

function readme(sections: Section[], userId: string, now: number): string {
  const width = Math.max(...sections.map(({ name }) => name.length))
  return [
    `Everything that Souk stores about the account ${userId}, as of ${toIso(now)}.`,
    '',
    'data/     each kind of thing as JSON: a list, empty when there is nothing of that kind',
    'tables/   some of it again as CSV, for spreadsheets',
    'files/    your own files: pictures, papers, work that you handed in, invoices',
    '',
    'Amounts are in the smallest unit of their currency (cents). Times are UTC. Passwords, keys and',
    'codes are stored in a way that nobody can read, and are not here; of a bank account you see the',
    'last digits.',
    '',
    ...sections.map(({ name, about }) => `${name.padEnd(width)}  ${about}`),
    '',
  ].join('\r\n')
}
