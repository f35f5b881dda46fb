import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    only: { type: 'string' }, // names of operations, by commas
    full: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    minutes: { type: 'string' }, // of sequences; 0 leaves them out
    record: { type: 'boolean', default: false }, // adds what fails to regressions.json
  },
})

export const options = {
  only: values.only?.split(','),
  isFull: values.full,
  seed: Number(values.seed),
  /** how long sequences of requests are tried, ms */
  sequences: Number(values.minutes ?? (values.full ? 30 : 0.5)) * 60_000,
  isRecording: values.record,
  /** requests of one operation */
  runs: values.full ? 500 : 25,
  /** fresh objects for one operation and caller, once what it had is used up */
  refills: values.full ? 25 : 3,
  /** operations tried at the same time */
  lanes: 6,
}
