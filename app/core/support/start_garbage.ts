import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** when the first requests of a fresh process have been answered, in ms */
const MOMENT = 1_000

/**
 * A start leaves some 45 MB behind that nobody needs again (what the modules were compiled from), and
 * a process that has nothing to do never collects it. So it is collected once, a moment after the
 * start. It takes some 150 ms, in which nobody is answered.
 */
export function collectStartGarbage() {
  setFlagsFromString('--expose-gc')
  const collect: NodeJS.GCFunction = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  const all = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const
  setTimeout(() => void collect(all), MOMENT).unref()
}
