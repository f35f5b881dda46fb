import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { test } from '@japa/runner'
import { CommitLog } from '#core/database/sqlite_commits'

/** A log whose syncs end when they are told to. */
function slowLog() {
  const file = join(mkdtempSync(join(tmpdir(), 'souk-log-')), 'db.sqlite3')
  writeFileSync(`${file}-wal`, '')
  const syncs: { end: () => void; fail: (error: Error) => void }[] = []
  const log = new CommitLog(
    () => new Promise<void>((end, fail) => void syncs.push({ end, fail })) as never
  )
  log.follow(file)
  return { log, syncs }
}

/** Whether a promise has settled by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  await nextTurn()
  return Promise.race([promise.then(() => true), nextTurn(false)])
}

test.group('core/database/sqlite_commits', () => {
  test('waits for nothing when nothing was committed', async () => {
    await slowLog().log.onDisk()
  })

  test('a commit during a sync waits for the next one, with all others', async ({ assert }) => {
    const { log, syncs } = slowLog()
    log.sync()
    const first = log.onDisk()
    await nextTurn()
    assert.lengthOf(syncs, 1)
    for (let commit = 0; commit < 5; commit++) log.sync()
    const later = log.onDisk()
    assert.isFalse(await isOver(first))
    syncs[0].end()
    assert.isTrue(await isOver(first))
    assert.isFalse(await isOver(later))
    assert.lengthOf(syncs, 2)
    syncs[1].end()
    assert.isTrue(await isOver(later))
  })

  test('after a failed sync nobody is told that anything was kept', async ({ assert }) => {
    const { log, syncs } = slowLog()
    log.sync()
    const first = log.onDisk()
    log.sync()
    await nextTurn()
    syncs[0].fail(new Error('EIO'))
    await assert.rejects(() => first, 'EIO')
    log.sync()
    await assert.rejects(() => log.onDisk(), 'EIO')
  })
})
