import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import VerifyAudit from '#audit/queries/verify_audit'
import { clock, DAY } from '#core/support/clock'
import { unique } from '#tests/helpers/actors'
import { behindTheTriggers, plantEntries, sealAll } from '#tests/helpers/audit'

const LINES = 100_000
const BATCH = 500
const run = promisify(execFile)

/** Runs the command in a process of its own, on the tests' database. */
async function auditVerify(...args: string[]) {
  const call = run(process.execPath, ['ace.js', 'audit:verify', ...args], {
    env: { ...process.env, NO_COLOR: '1' },
  })
  return call.then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error) => ({ code: error.code as number, stdout: error.stdout as string })
  )
}

test.group('a long audit trail', (group) => {
  group.each.teardown(() => clock.reset())

  test('is sealed and verified in flat memory; the command names what is wrong', async ({
    assert,
    cleanup,
  }) => {
    await plantEntries(1, unique('lamp'))
    await sealAll()
    const [{ last }] = await db.from('audit_seals').max('id as last')
    const subject = unique('lamp')
    cleanup(() =>
      behindTheTriggers(async () => {
        await db.from('audit_seals').where('id', '>', last).delete()
        await db.from('audit_entries').where('subject_id', subject).delete()
      })
    )
    for (let from = 0; from < LINES; from += BATCH)
      await db.table('audit_entries').multiInsert(
        Array.from({ length: BATCH }, (_, i) => ({
          action: 'lamp.lit',
          noun: 'lamp',
          subject_type: 'lamp',
          subject_id: subject,
          after: JSON.stringify({ number: from + i, note: 'x'.repeat(100) }),
          reason: 'it was dark',
          created_at: clock.now() - DAY,
        }))
      )
    let startedAt = performance.now()
    assert.isAtLeast(await sealAll(), LINES / BATCH)
    const sealing = performance.now() - startedAt

    global.gc?.()
    const before = process.memoryUsage().rss
    startedAt = performance.now()
    const report = await new VerifyAudit().execute()
    const verifying = performance.now() - startedAt
    const grown = (process.memoryUsage().rss - before) / 2 ** 20
    console.log(
      `      ${report.entries} lines: sealed in ${(sealing / 1000).toFixed(1)} s, ` +
        `verified in ${(verifying / 1000).toFixed(1)} s, RSS ${grown.toFixed(0)} MB more`
    )
    assert.isTrue(report.isSound)
    assert.isAtLeast(report.entries, LINES)
    assert.isBelow(grown, 100)

    const sound = await auditVerify('--expect', report.lastSeal!.hash)
    assert.equal(sound.code, 0, sound.stdout)
    assert.include(sound.stdout, 'nothing was changed')
    assert.equal((await auditVerify('--expect', 'abc')).code, 1)

    const rows = db.from('audit_entries').where('subject_id', subject)
    const { id, reason } = await rows.clone().orderBy('id').offset(77_777).firstOrFail()
    await behindTheTriggers(async () => {
      await db.from('audit_entries').where({ id }).update({ reason: 'it was light' })
      const { code, stdout } = await auditVerify()
      assert.equal(code, 1)
      assert.match(stdout, new RegExp(`wrong +line ${id} \\(seal \\d+\\) was changed`))
      await db.from('audit_entries').where({ id }).update({ reason })
    })
  }).timeout(300_000)
})
