/*
 * Journals of bulk runs: what was to be done, and each row's outcome as it happened. A run that was
 * killed goes on from its journal; rows that were under way are sent again under the same
 * idempotency key, so that none is applied twice.
 */
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CliError, UsageError, exitCodes } from './errors.ts'
import { ensureDirectory, readIfExists } from './files.ts'
import type { FileHandle } from 'node:fs/promises'
import type { Method } from './http.ts'
import type { Telling } from './results.ts'

/** Everything needed to do, or go on with, a run. */
export interface Plan extends Telling {
  run: string
  command: string
  profile: string
  apiUrl: string
  startedAt: string
  method: Method
  /** Path with `:id` where each row's id goes. */
  path: string
  body: unknown
  /** Headers of each row's request, such as the reason. */
  headers?: Record<string, string>
  /** Past tense word of a row that succeeded. */
  outcome: string
  ids: string[]
  /** Rows' keys are made from this one, so that every repeat has the same. */
  key: string
}

export interface RowResult {
  index: number
  id: string
  outcome: string
  /** The row failed in a way that passes; resuming tries it again. */
  passing?: boolean
  label?: string
  /** The id of what was made, where that is another object. */
  made?: string
  /** How far it is, for money. */
  status?: string
  code?: string
  message?: string
  requestId?: string
}

export interface Journal {
  plan: Plan
  results: Map<number, RowResult>
}

/** The idempotency key of one row. */
export function rowKey(plan: Pick<Plan, 'key' | 'ids'>, index: number): string {
  return plan.ids.length === 1 ? plan.key : `${plan.key}:${plan.ids[index]}`
}

/** Rows that still have to be sent. */
export function openRows({ plan, results }: Journal): number[] {
  return plan.ids.flatMap((_, index) => {
    const result = results.get(index)
    return result === undefined || result.passing ? [index] : []
  })
}

export class JournalFile {
  #handle: FileHandle

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  /** Starts a journal; fails when there is one of this name. */
  static async create(directory: string, plan: Plan): Promise<JournalFile> {
    await ensureDirectory(join(directory, 'runs'))
    const file = await JournalFile.#open(journalPath(directory, plan.run), 'ax')
    await file.#append({ plan })
    return file
  }

  /** Goes on writing the journal of a run. */
  static resume(directory: string, run: string): Promise<JournalFile> {
    return JournalFile.#open(journalPath(directory, run), 'a')
  }

  static async #open(path: string, mode: string): Promise<JournalFile> {
    try {
      return new JournalFile(await open(path, mode, 0o600))
    } catch (error) {
      throw journalProblem(path, error)
    }
  }

  record(result: RowResult): Promise<void> {
    return this.#append({ result })
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  async #append(line: unknown): Promise<void> {
    await this.#handle.appendFile(`${JSON.stringify(line)}\n`).catch((error) => {
      throw journalProblem('the journal', error)
    })
  }
}

/** The journal of a run. A last line that a kill cut short is left out. */
export async function readJournal(directory: string, run: string): Promise<Journal> {
  if (!/^[\w-]+$/.test(run)) throw noSuchRun(run)
  const text = await readIfExists(journalPath(directory, run))
  if (text === undefined) throw noSuchRun(run)
  const lines = text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as { plan?: Plan; result?: RowResult }]
    } catch {
      return []
    }
  })
  const plan = lines[0]?.plan
  if (!plan) throw new UsageError(`the journal of ${run} has no readable first line`)
  const results = new Map<number, RowResult>()
  for (const { result } of lines) if (result) results.set(result.index, result)
  return { plan, results }
}

/** All journals, newest first. */
export async function listJournals(directory: string): Promise<Journal[]> {
  const names = await readdir(join(directory, 'runs')).catch(() => [] as string[])
  const journals = await Promise.all(
    names
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => readJournal(directory, name.slice(0, -'.jsonl'.length)).catch(() => undefined))
  )
  return journals
    .filter((journal) => journal !== undefined)
    .sort((one, other) => other.plan.startedAt.localeCompare(one.plan.startedAt))
}

export function journalPath(directory: string, run: string): string {
  return join(directory, 'runs', `${run}.jsonl`)
}

function noSuchRun(run: string): CliError {
  return new CliError(exitCodes.notFound, 'no_such_run', `there is no run "${run}"`, {
    hint: 'souk run list',
  })
}

function journalProblem(path: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  return new UsageError(`cannot write ${path}: ${code}`, {
    code: 'file_problem',
    hint: 'SOUK_STATE_DIR names another directory',
  })
}
