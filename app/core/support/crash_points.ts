/*
 * Where a process may be told to die, so that tests reach every moment between two lasting steps: just
 * before and just after each commit, and each call to the outside. Elsewhere nothing happens here.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'

/**
 * Holds how many points are left until the deadly one, as text: `3`, or `1 before createPayment`, which
 * counts only the points of this name. Shared by the processes of one test.
 */
const file = process.env.NODE_ENV === 'test' ? process.env.CRASH_POINTS_FILE : undefined

/** Passes a point, or dies there (SIGKILL) when it is the one that the test waits for. */
export function crashPoint(name: string) {
  if (!file) return
  const [left, ...words] = read(file).split(' ')
  if (!Number(left) || (words.length > 0 && words.join(' ') !== name)) return
  writeFileSync(file, [Number(left) - 1, ...words].join(' '))
  if (Number(left) > 1) return
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
