import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import type { ScheduledTask } from '#core/scheduler/task'
import { dayFolder, incomingFolder, removeTemporary, storage } from '#core/files/storage'
import { clock, DAY } from '#core/support/clock'

/** an upload's transaction is over long before; a week of days is looked at, in case runs were missed */
const YOUNGEST = 2
const OLDEST = 9

/**
 * Removes bytes without a row (an upload whose transaction failed, a crash in between) and temporary
 * files that a crash left behind. Looks at the folders of some days only, so its cost does not grow
 * with the number of files.
 */
export default class SweepFilesTask implements ScheduledTask {
  async run() {
    for (let days = YOUNGEST; days <= OLDEST; days++)
      await sweepFolder(dayFolder(clock.now() - days * DAY))
    await sweepIncoming()
  }
}

async function sweepFolder(folder: string) {
  const disk = storage.disk()
  let paginationToken: string | undefined
  do {
    const page = await listed(folder, paginationToken)
    const keys = [...page.objects].flatMap((object) => (object.isFile ? [object.key] : []))
    const kept = await idsWithRow(keys.map(idOf))
    for (const key of keys) if (!kept.has(idOf(key))) await disk.delete(key)
    paginationToken = page.paginationToken
  } while (paginationToken)
}

async function listed(folder: string, paginationToken?: string) {
  try {
    return await storage.disk().listAll(folder, { recursive: true, paginationToken })
  } catch (error) {
    const isMissing = (error as { cause?: { code?: string } }).cause?.code === 'ENOENT'
    if (isMissing) return { objects: [], paginationToken: undefined } // a day without uploads
    throw error
  }
}

/** 2026-11-21/fil_….thumbnail.webp belongs to fil_…. */
function idOf(key: string): string {
  return key.split('/').at(-1)!.split('.')[0]
}

async function idsWithRow(ids: string[]): Promise<Set<string>> {
  const kept = new Set<string>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .from('files')
      .whereIn('id', ids.slice(from, from + 500))
      .select('id')
    for (const row of rows) kept.add(row.id)
  }
  return kept
}

async function sweepIncoming() {
  const folder = await incomingFolder()
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null) // its request ended meanwhile
    if (found && found.mtimeMs < clock.now() - DAY) await removeTemporary(path)
  }
}
