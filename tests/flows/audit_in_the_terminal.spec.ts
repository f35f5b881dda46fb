/*
 * The audit trail and permissions in the terminal, against the real server.
 */
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { unique } from '#tests/helpers/actors'
import { behindTheTriggers, plantEntries, sealAll } from '#tests/helpers/audit'
import { deskOf, json } from '#tests/helpers/desk'

test.group('the audit trail in the terminal', () => {
  test('list, show, tail and verify', async ({ assert, cleanup }) => {
    const desk = await deskOf('admin')
    cleanup(() => desk.close())
    const subject = unique('lamp')
    const ids = await plantEntries(3, subject)

    const listed = await json(desk, 'audit', 'list', '--target', subject, '--action', 'lamp.*')
    assert.deepEqual(
      listed.map((line: any) => Number(line.id)),
      ids.toReversed()
    )
    const tail = await json(desk, 'audit', 'tail', '--lines', '2', '--target', subject)
    assert.deepEqual(
      tail.map((line: any) => Number(line.id)),
      ids.slice(1)
    )
    await sealAll()
    const shown = await json(desk, 'audit', 'show', String(ids[0]))
    assert.deepEqual(shown.after, { number: 0 })
    assert.isNumber(shown.seal.id)

    const sound = await json(desk, 'audit', 'verify')
    assert.isTrue(sound.isSound)
    assert.equal(sound.lastSeal.id, shown.seal.id)
    await behindTheTriggers(async () => {
      const row = db.from('audit_entries').where('id', ids[1])
      await row.clone().update({ reason: 'another' })
      const changed = await desk.run(['audit', 'verify'])
      assert.equal(changed.code, 5)
      assert.include(changed.stderr, `line ${ids[1]} (seal ${shown.seal.id}) was changed`)
      await row.clone().update({ reason: 'it was dark' })
    })
  })

  test('tail follows what comes, each line once', async ({ assert, cleanup }) => {
    const desk = await deskOf('senior_dev')
    cleanup(() => desk.close())
    const subject = unique('lamp')
    await plantEntries(1, subject)
    const follow = ['audit', 'tail', '--follow', '--interval', '200ms', '--ndjson']
    const { stdout, code } = await desk.run([...follow, '--target', subject], {
      during: async (child) => {
        let told = ''
        child.stdout!.on('data', (chunk) => (told += chunk))
        const lines = async (count: number) => {
          for (let i = 0; i < 300 && told.split('\n').length <= count; i++)
            await new Promise((resolve) => setTimeout(resolve, 100))
        }
        await lines(1)
        await plantEntries(2, subject)
        await lines(3)
        await new Promise((resolve) => setTimeout(resolve, 600))
        child.kill('SIGINT')
      },
    })
    const numbers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).after.number)
    assert.deepEqual(numbers, [0, 0, 1])
    assert.equal(code, 130)
  }).timeout(60_000)

  test('admin can answers by its exit code', async ({ assert, cleanup }) => {
    const desk = await deskOf('dev')
    cleanup(() => desk.close())
    const can = (...args: string[]) => desk.run(['admin', 'can', ...args])
    assert.equal((await can('users.manage')).code, 0)
    assert.equal((await can('orders.refund')).code, 1)
    assert.equal((await can('orders.refund', '--as', 'admin')).code, 0)
    assert.equal((await can('orders.refund', '--as', 'agent')).code, 1)
    const unknown = await can('orders.eat', '--as', 'admin')
    assert.equal(unknown.code, 2)
    assert.include(unknown.stderr, 'orders.refund')
    assert.deepEqual(await json(desk, 'admin', 'can', 'system.operate'), {
      action: 'system.operate',
      role: 'dev',
      allowed: true,
    })
  })
})
