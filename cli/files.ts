/*
 * Private files: mode 0600 in directories of mode 0700, replaced as a whole or not at all.
 */
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CliError, UsageError, exitCodes } from './errors.ts'

/** Text of a file, or undefined when there is none. A byte order mark is dropped. */
export async function readIfExists(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined
    throw fileProblem('read', path, error)
  }
}

/** Creates the directory (0700) when it is missing. */
export async function ensureDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw fileProblem('create', path, error)
  }
}

/** Replaces a file; readers see the old text or the new one, never half of it. */
export async function writePrivate(path: string, text: string): Promise<void> {
  await ensureDirectory(dirname(path))
  const { default: writeFileAtomic } = await import('write-file-atomic')
  try {
    // chmod as well: the mode given to open() says nothing about a file that existed before.
    await writeFileAtomic(path, text, { mode: 0o600 })
    await chmod(path, 0o600)
  } catch (error) {
    throw fileProblem('write', path, error)
  }
}

/**
 * Makes sure that nobody else reads a file with secrets: a loose mode is repaired (and told), a
 * file of another user is refused.
 */
export async function guardSecretFile(path: string, tell: (text: string) => void): Promise<void> {
  if (process.platform === 'win32') return
  const facts = await stat(path)
  const user = process.getuid?.()
  if (user !== undefined && user !== 0 && facts.uid !== user) {
    throw new UsageError(`${path} belongs to another user: not read`, {
      code: 'foreign_file',
      hint: 'remove it, or point SOUK_CONFIG_DIR at a directory of your own',
    })
  }
  if ((facts.mode & 0o077) !== 0) {
    await chmod(path, 0o600)
    tell(`warning: ${path} was readable by others; its mode is 0600 again`)
  }
}

/** Runs `work` while no other souk process holds the lock of the same name. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await ensureDirectory(dirname(path))
  const { default: lockfile } = await import('proper-lockfile')
  let release: () => Promise<void>
  try {
    release = await lockfile.lock(path, {
      realpath: false,
      stale: 30_000,
      retries: { retries: 400, factor: 1, minTimeout: 50, maxTimeout: 120, randomize: true },
      // The default throws from a timer; a lost lock costs at most one rotation more.
      onCompromised: () => {},
    })
  } catch (error) {
    throw fileProblem('lock', path, error)
  }
  try {
    return await work()
  } finally {
    await release().catch(() => {})
  }
}

function fileProblem(verb: string, path: string, error: unknown): CliError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    ELOCKED: 'another souk process holds it',
    EISDIR: 'it is a directory',
    ENOTDIR: 'part of the path is a file',
    EEXIST: 'part of the path is a file',
  }
  return new CliError(
    exitCodes.usage,
    'file_problem',
    `cannot ${verb} ${path}: ${reasons[code] ?? code}`
  )
}
