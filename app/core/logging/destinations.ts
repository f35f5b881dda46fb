/*
 * Where log lines go. All of it happens in this process: pino's worker threads would take 20 MB each
 * and twice the time for a line. Lines are handed to the system in the background, in batches under
 * load; what is still waiting is written out when the process ends.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { destination, destinations, multistream } from '@adonisjs/core/logger'
import roll from 'pino-roll'

type Streams = Parameters<typeof multistream>[0]
type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'

/** while the disk takes nothing, at most so many bytes wait; later lines are dropped */
const MOST_WAITING = 16 * 1024 ** 2
/** how often a full or broken disk is complained about, in ms */
const COMPLAIN_EVERY = 60_000

/** Standard output: for people at a terminal in colour, otherwise one JSON object a line. */
export async function consoleStream(isForPeople: boolean) {
  return isForPeople
    ? destinations.pretty({ colorize: true, sync: true })
    : destination({ dest: 1, sync: false, maxLength: MOST_WAITING })
}

/** A file a day, `<file>.<yyyy-MM-dd>.<n>.log`, two weeks of them. */
export async function dailyFile(file: string) {
  mkdirSync(dirname(file), { recursive: true })
  const stream = await roll({
    file,
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    extension: '.log',
    limit: { count: 14 },
    sync: false,
    maxLength: MOST_WAITING,
  })
  stream.on('error', complain)
  process.on('exit', () => flush(stream))
  return stream
}

export async function logStreams(file: string, level: Level, isForPeople: boolean) {
  const streams: Streams = [
    { level, stream: await consoleStream(isForPeople) },
    { level, stream: await dailyFile(file) },
    { level: 'error', stream: await dailyFile(`${file}-errors`) },
  ]
  return multistream(streams)
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
