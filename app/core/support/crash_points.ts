/*
 * Where a process may be told to die, so that tests reach every moment between two lasting steps: just
 * before and just after each commit, and each call to the outside. Elsewhere nothing happens here.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'

/** Holds how many points may still be passed, as text; shared by the processes of one test. */
const file = process.env.NODE_ENV === 'test' ? process.env.CRASH_POINTS_FILE : undefined

/** Passes a point, or dies there (SIGKILL) when it is the one that the test waits for. */
export function crashPoint(name: string) {
  if (!file) return
  const left = Number(read(file))
  if (!left) return
  writeFileSync(file, String(left - 1))
  if (left > 1) return
  appendFileSync(`${file}.log`, `${name}\n`)
  process.kill(process.pid, 'SIGKILL')
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // the test has not asked for a crash yet
  }
}
