/*
 * One write for many rows: bounded concurrency, a journal, results in the order of the input, and
 * exit code 7 when some rows failed.
 */
import { BrokenPipeError, CliError, PartialFailureError, exitCodes } from './errors.ts'
import { isId } from './ids.ts'
import { JournalFile, openRows, rowKey } from './journal.ts'
import { unwrap } from './http.ts'
import { Progress } from './output/progress.ts'
import { columnsFor, factsOf, madeId, resultLine, resultRow } from './results.ts'
import type { Context } from './context.ts'
import type { Journal, Plan, RowResult } from './journal.ts'
import type { Row } from './output/columns.ts'

const DEFAULT_CONCURRENCY = 4

export interface BulkFlags {
  concurrency?: number
  maxFailures?: number
}

/** A name for a run that sorts by time. */
export function newRunName(now: number): string {
  const time = new Date(now).toISOString().replace(/[-:]/g, '').slice(0, 15)
  return `${time}-${crypto.randomUUID().slice(0, 6)}`
}

/** Starts a run and does all its rows. */
export async function startRun(context: Context, plan: Plan, flags: BulkFlags): Promise<void> {
  const file = await JournalFile.create(context.paths.state, plan)
  await work(context, { plan, results: new Map() }, file, flags)
}

/** Does the rows of a run that are still open. */
export async function resumeRun(
  context: Context,
  journal: Journal,
  flags: BulkFlags
): Promise<void> {
  const file = await JournalFile.resume(context.paths.state, journal.plan.run)
  await work(context, journal, file, flags)
}

async function work(
  context: Context,
  journal: Journal,
  file: JournalFile,
  flags: BulkFlags
): Promise<void> {
  const { plan } = journal
  const queue = openRows(journal)
  const printer = await context.printer()
  const progress = new Progress(context.talk, context.clock, plan.command, queue.length)
  const results = new OrderedResults(queue, (result) => shown(plan, result))
  let failures = 0
  let stopped: unknown

  const worker = async () => {
    for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
      const result = await sendRow(context, plan, index)
      await file.record(result)
      results.add(result)
      progress.update(results.size)
      if (result.outcome !== 'failed') continue
      failures++
      if (flags.maxFailures !== undefined && failures >= flags.maxFailures) queue.length = 0
    }
  }
  const guarded = () =>
    worker().catch((error) => {
      // An interruption or a lost login ends the run; rows under way finish and are recorded.
      stopped ??= error
      queue.length = 0
    })

  const count = Math.min(flags.concurrency ?? DEFAULT_CONCURRENCY, Math.max(1, queue.length))
  const workers = Promise.all(Array.from({ length: count }, guarded)).then(() => results.end())
  try {
    await printer.list(results, columnsFor(plan), resultLine)
  } catch (error) {
    // Nobody reads the results any more: the run stops, and is not taken for complete.
    stopped ??= error instanceof BrokenPipeError ? new PartialFailureError(error.message) : error
  } finally {
    queue.length = 0
    await workers
    await file.close()
  }

  const left = openRows({ plan, results: new Map([...journal.results, ...results.byIndex]) }).length
  const resume = left > 0 ? `souk run resume ${plan.run}` : undefined
  if (stopped instanceof CliError) {
    stopped.facts.run = plan.run
    stopped.facts.hint = stopped.exitCode === exitCodes.auth ? stopped.facts.hint : resume
    if (resume) context.talk.note(`${left} of ${plan.ids.length} rows are still open: ${resume}`)
  }
  if (stopped) throw stopped
  if (failures > 0) {
    throw new PartialFailureError(`${failures} of ${plan.ids.length} failed`, {
      run: plan.run,
      hint: resume ?? `souk run show ${plan.run}`,
    })
  }
}

/** A refused row is a result; what would fail for every row ends the run. */
async function sendRow(context: Context, plan: Plan, index: number): Promise<RowResult> {
  const id = plan.ids[index]
  if (!isId(id)) {
    return { index, id, outcome: 'failed', code: 'bad_id', message: 'this is not an id' }
  }
  const http = await context.http()
  try {
    if (context.signal.aborted) throw context.signal.reason
    const answer = await http.send({
      method: plan.method,
      path: plan.path.replace(':id', id),
      // A write without a body has null in its journal; sent, it would be a body.
      body: plan.body ?? undefined,
      headers: plan.headers,
      idempotencyKey: rowKey(plan, index),
    })
    const data = unwrap<unknown>(answer.body)
    return {
      index,
      id,
      outcome: plan.outcome,
      made: plan.makes ? (madeId(plan, data, id) ?? undefined) : undefined,
      ...factsOf(plan, data),
      requestId: answer.requestId,
    }
  } catch (error) {
    const endsRun = [exitCodes.auth, exitCodes.interrupted, exitCodes.terminated]
    if (!(error instanceof CliError) || endsRun.includes(error.exitCode as 4)) throw error
    return {
      index,
      id,
      outcome: 'failed',
      passing: error.exitCode === exitCodes.tryLater ? true : undefined,
      code: error.code,
      message: error.message,
      requestId: error.facts.requestId,
    }
  }
}

/** Hands results out in the order of the input, as soon as no earlier one is missing. */
class OrderedResults implements AsyncIterable<Row[]> {
  readonly byIndex = new Map<number, RowResult>()
  #order: number[]
  #toRow: (result: RowResult) => Row
  #next = 0
  #ended = false
  #wake: () => void = () => {}

  constructor(order: number[], toRow: (result: RowResult) => Row) {
    this.#order = [...order]
    this.#toRow = toRow
  }

  get size(): number {
    return this.byIndex.size
  }

  add(result: RowResult): void {
    this.byIndex.set(result.index, result)
    this.#wake()
  }

  end(): void {
    this.#ended = true
    this.#wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Row[]> {
    while (true) {
      const ready = this.#takeReady()
      if (ready.length > 0) yield ready
      else if (this.#ended) return yield this.#takeRest()
      else await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  #takeReady(): Row[] {
    const ready: Row[] = []
    while (this.#next < this.#order.length) {
      const result = this.byIndex.get(this.#order[this.#next])
      if (!result) break
      ready.push(this.#toRow(result))
      this.#next++
    }
    return ready
  }

  /** After a stop: what finished behind a row that was never sent. */
  #takeRest(): Row[] {
    const rest = this.#order.slice(this.#next).map((index) => this.byIndex.get(index))
    return rest.filter((result) => result !== undefined).map(this.#toRow)
  }
}

/** What is printed of a result: every row has the same members. */
function shown(plan: Plan, result: RowResult): Row {
  const { index, id, made, requestId } = result
  const told = { ...result, id: plan.makes ? (made ?? null) : id }
  return {
    ...resultRow(plan, told, id, rowKey(plan, index)),
    requestId: requestId ?? null,
  }
}
