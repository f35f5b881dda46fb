/*
 * Ids a person has just seen, for completion by Tab without asking the server. Kept only when the
 * output went to a terminal: scripts have no use for it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from './context.ts'

const MOST_KEPT = 200

/** Puts the ids in front of the remembered ones. A cache that cannot be written is no problem. */
export async function rememberIds(context: Context, ids: unknown[]): Promise<void> {
  if (!context.out.isTTY) return
  const fresh = ids.filter((id) => typeof id === 'string')
  const kept = [...new Set([...fresh, ...(await recentIds(context))])].slice(0, MOST_KEPT)
  await mkdir(context.paths.cache, { recursive: true, mode: 0o700 }).catch(() => {})
  await writeFile(cachePath(context), kept.join('\n'), { mode: 0o600 }).catch(() => {})
}

export async function recentIds(context: Context): Promise<string[]> {
  const text = await readFile(cachePath(context), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean)
}

function cachePath(context: Context): string {
  return join(context.paths.cache, 'recent_ids')
}
