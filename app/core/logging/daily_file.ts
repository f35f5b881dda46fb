/*
 * A log file for each day, by pino's own destination: `<file>.<yyyy-MM-dd>.1.log`, in the server's
 * time zone. A package that does this loads three hundred modules to name a day.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { destination } from '@adonisjs/core/logger'
import { clock } from '#core/support/clock'

/** days that are kept beside the present one */
const KEPT = 14

type Options = Omit<Exclude<Parameters<typeof destination>[0], string | number | object[]>, 'dest'>

/** Opens the file of today, and the next one at midnight; the oldest go. */
export function dailyDestination(file: string, options: Options) {
  mkdirSync(dirname(file), { recursive: true })
  const stream = destination({ ...options, dest: fileOf(file) })
  removeOld(file)
  let timer: NodeJS.Timeout
  const rollAtMidnight = () => {
    timer = setTimeout(() => {
      stream.reopen(fileOf(file))
      removeOld(file)
      rollAtMidnight()
    }, untilMidnight()).unref()
  }
  rollAtMidnight()
  stream.once('close', () => clearTimeout(timer))
  return stream
}

function fileOf(file: string): string {
  const now = new Date(clock.now())
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${file}.${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}.1.log`
}

/** A little after, so that the day is a new one whatever the timer's accuracy; at least a second. */
function untilMidnight(): number {
  const now = new Date(clock.now())
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime()
  return Math.max(1_000, midnight - now.getTime() + 50)
}

function removeOld(file: string) {
  const folder = dirname(file)
  const start = `${basename(file)}.`
  const days = readdirSync(folder)
    .filter(
      (name) =>
        name.startsWith(start) && /^\d{4}-\d\d-\d\d\.\d+\.log$/.test(name.slice(start.length))
    )
    .sort()
  for (const name of days.slice(0, -(KEPT + 1))) rmSync(join(folder, name), { force: true })
}
