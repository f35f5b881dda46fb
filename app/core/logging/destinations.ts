/*
 * Where log lines go. All of it happens in this process: pino's worker threads would take 20 MB each
 * and twice the time for a line. Lines wait for each other a moment and are handed to the system in
 * batches, in the background; an error takes along at once what waits, and so does the process's end.
 */
import { destination, destinations, multistream } from '@adonisjs/core/logger'
import { Batches, type Target } from '#core/logging/batches'
import { dailyDestination } from '#core/logging/daily_file'

type Streams = Parameters<typeof multistream>[0]
type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'

/** while the disk takes nothing, at most so many bytes wait; later lines are dropped */
const MOST_WAITING = 16 * 1024 ** 2
/** how often a full or broken disk is complained about, in ms */
const COMPLAIN_EVERY = 60_000

/** Standard output for people at a terminal. */
async function coloured() {
  return destinations.pretty({ colorize: true, sync: true })
}

/** Standard output for machines: one JSON object a line. */
async function plainOutput() {
  return destination({ dest: 1, sync: false, maxLength: MOST_WAITING })
}

/** A file a day, `<file>.<yyyy-MM-dd>.<n>.log`, two weeks of them. */
export function dailyFile(file: string) {
  const stream = dailyDestination(file, { sync: false, maxLength: MOST_WAITING })
  stream.on('error', complain)
  process.on('exit', () => flush(stream))
  return stream
}

export async function logStreams(file: string, level: Level, isForPeople: boolean) {
  const daily = dailyFile(file)
  const errors = dailyFile(`${file}-errors`)
  const streams: Streams = [{ level: 'error', stream: errors }]
  if (isForPeople)
    streams.push({ level, stream: await coloured() }, { level, stream: inBatches(daily) })
  else streams.push({ level, stream: inBatches(await plainOutput(), daily) })
  return multistream(streams)
}

function inBatches(...targets: Target[]) {
  const batches = new Batches(targets)
  process.on('exit', () => {
    batches.handOn()
    for (const target of targets) if (!target.destroyed) flush(target)
  })
  return batches
}

let complainedAt = -Infinity

/** A log that cannot be written must not end the server. */
function complain(error: Error) {
  if (performance.now() - complainedAt < COMPLAIN_EVERY) return
  complainedAt = performance.now()
  process.stderr.write(`Log lines are lost: ${error.message}\n`)
}

function flush(stream: { flushSync(): void }) {
  try {
    stream.flushSync()
  } catch (error) {
    complain(error as Error)
  }
}
