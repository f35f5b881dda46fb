import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isOlder, soukVersion } from './version.ts'
import type { Context } from './context.ts'

const ONE_DAY_MS = 86_400_000

/** Says, at most once a day, that the server will stop supporting this version. */
export async function noteMinimumVersion(context: Context, minimum: string): Promise<void> {
  if (!isOlder(soukVersion(), minimum)) return
  const stamp = join(context.paths.cache, 'minimum_version')
  const told = await stat(stamp).catch(() => undefined)
  if (told && context.clock.now() - told.mtimeMs < ONE_DAY_MS) return
  context.talk.note(`the server asks for souk ${minimum} or later; this is ${soukVersion()}`)
  // A cache that cannot be written only means that the line is printed again.
  await mkdir(context.paths.cache, { recursive: true, mode: 0o700 }).catch(() => {})
  await writeFile(stamp, minimum).catch(() => {})
}
