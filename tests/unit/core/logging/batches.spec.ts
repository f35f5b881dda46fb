import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Batches } from '#core/logging/batches'

const INFO = 30
const ERROR = 50

function batchesInto(written: string[]) {
  const batches = new Batches([{ write: (lines) => written.push(lines), flushSync() {} }])
  return (level: number, line: string) => {
    batches.lastLevel = level
    batches.write(line)
  }
}

test.group('log lines in batches', () => {
  test('wait for each other a moment, in their order', async ({ assert }) => {
    const written: string[] = []
    const log = batchesInto(written)
    log(INFO, 'one\n')
    log(INFO, 'two\n')
    assert.deepEqual(written, [])
    await sleep(200)
    assert.deepEqual(written, ['one\ntwo\n'])
  })

  test('do not wait behind an error', ({ assert }) => {
    const written: string[] = []
    const log = batchesInto(written)
    log(INFO, 'one\n')
    log(ERROR, 'two\n')
    assert.deepEqual(written, ['one\ntwo\n'])
  })

  test('do not pile up', ({ assert }) => {
    const written: string[] = []
    const log = batchesInto(written)
    for (let i = 0; i < 1000; i++) log(INFO, `${'x'.repeat(99)}\n`)
    assert.isAbove(written.length, 1)
  })
})
