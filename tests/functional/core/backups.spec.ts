import { execFile } from 'node:child_process'
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { createBackup } from '#core/backup/create_backup'
import { BackupRefused } from '#core/backup/errors'
import { restoreBackup } from '#core/backup/restore_backup'
import CheckIntegrity from '#integrity/queries/check_integrity'
import { swapGateway } from '#payments/gateways/registry'
import EraseAccount from '#privacy/actions/erase_account'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { FakeGateway } from '#tests/helpers/fake_gateway'
import { asActor } from '#tests/helpers/marketplace'
import { drainOutbox } from '#tests/helpers/outbox'
import { makeExport } from '#tests/helpers/privacy'
import { scratchOf, type Scratch } from '#tests/helpers/restored'
import { filesBelow } from '#tests/helpers/scans'
import { paidOrder } from '#tests/helpers/refunds'

interface Ran {
  code: number
  out: string
  /** the JSON that it printed */
  data: any
}

/** Runs a command in a process of its own, as an operator does. */
function ace(args: string[], overrides: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: app.makePath(), env: { ...process.env, ...overrides } }
    execFile(process.execPath, ['ace.js', ...args], options, (error, stdout, stderr) => {
      const line = stdout.split('\n').find((one) => one.trim().startsWith('{'))
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0
      resolve({ code, out: stdout + stderr, data: line ? JSON.parse(line) : null })
    })
  })
}

async function differences() {
  const { invariants } = await new CheckIntegrity().execute()
  return invariants
    .filter((one) => one.differences > 0)
    .map(({ name, differences: count }) => ({ name, differences: count }))
}

/** Orders that are paid, one after the other, until it is told to stop. */
function keepSelling(partnerId: string) {
  const sold: string[] = []
  const state = { isOver: false }
  const work = (async () => {
    const client = await actorOfRole('client')
    while (!state.isOver) {
      const { orderId } = await paidOrder({ client, lines: [{ partnerId, amount: 100 }] })
      sold.push(orderId)
      // each writes some thirty rows; without a breath nothing else in this process would run
      await sleep(10)
    }
  })()
  return {
    sold,
    async stop() {
      state.isOver = true
      await work
    },
  }
}

test.group('backup:create and backup:restore', (group) => {
  const folder = app.makePath(`${env.get('DRIVE_ROOT')}-backups`)
  let scratch: Scratch

  group.each.setup(() => swapGateway(new FakeGateway()))
  group.each.setup(async () => {
    await rm(folder, { recursive: true, force: true })
    scratch = await scratchOf(unique('drill'))
    return () => scratch.drop()
  })

  test('a drill: copied while orders are paid, restored, the books are sound', async ({
    assert,
  }) => {
    const { partnerId } = await makeListing()
    const person = await actorOfRole('client', { name: unique('Gerlinde ') })
    await makeExport(person)
    await drainOutbox()
    const sound = await differences()
    const shop = keepSelling(partnerId)
    while (shop.sold.length < 20) await sleep(20)

    const startedAt = performance.now()
    const before = [...shop.sold]
    const made = await ace(['backup:create', `--to=${folder}`, '--json'])
    const took = performance.now() - startedAt
    assert.equal(made.code, 0, made.out)
    await shop.stop()
    const meanwhile = shop.sold.length - before.length
    assert.isAbove(meanwhile, 5)

    // somebody is erased after the backup was made
    await new EraseAccount().execute({ actor: asActor(person), userId: person.user.id })
    await drainOutbox()
    await scratch.takeErasureList()

    const restoring = performance.now()
    const restored = await ace(['backup:restore', made.data.path, '--json'], scratch.env)
    const restoredIn = performance.now() - restoring
    assert.isNotNull(restored.data, restored.out)
    assert.deepEqual(restored.data.integrity, sound)
    assert.equal(restored.code, sound.length === 0 ? 0 : 1, restored.out)
    assert.deepEqual(restored.data.erased, [person.user.id])

    const paid = await scratch.rows(`SELECT o.id, o.invoice_number,
      (SELECT COUNT(*) FROM partner_orders p WHERE p.order_id = o.id) AS parts,
      (SELECT COUNT(*) FROM order_lines l WHERE l.order_id = o.id) AS line_count,
      (SELECT COUNT(*) FROM payments y WHERE y.order_id = o.id AND y.captured_amount > 0) AS payments
      FROM orders o WHERE o.paid_at IS NOT NULL`)
    const ids = new Set(paid.map(({ id }) => id))
    assert.deepEqual(
      before.filter((id) => !ids.has(id)),
      [],
      'what was paid before the copy began'
    )
    const own = new Set(shop.sold)
    const torn = paid
      .filter(({ id }) => own.has(id))
      .filter(
        (one) =>
          Number(one.parts) !== 1 ||
          Number(one.line_count) !== 1 ||
          Number(one.payments) !== 1 ||
          !one.invoice_number
      )
    assert.deepEqual(torn, [])
    // of a stretch of time everything up to one moment is there, and nothing after it
    const flags = shop.sold.map((orderId) => ids.has(orderId))
    assert.equal(flags.lastIndexOf(true), flags.filter(Boolean).length - 1)

    const left = [
      ...(await scratch.find(person.user.name)),
      ...(await scratch.find(person.user.email!)),
    ]
    assert.deepEqual(left, [])
    const files = (await filesBelow(join(made.data.path, 'files'))).length
    console.log(
      `      ${meanwhile} orders paid during ${(took / 1000).toFixed(1)} s of backup, ` +
        `${flags.filter(Boolean).length - before.length} of them in it, 0 torn; ${files} files; ` +
        `restored and checked in ${(restoredIn / 1000).toFixed(1)} s, 0 new differences, 1 account erased again`
    )
  }).timeout(170_000)

  test('refuses what would lose data, and says why', async ({ assert }) => {
    const { path, dump } = await createBackup(folder)
    const refusal = async (from = path) => {
      const error = await restoreBackup(from).then(
        () => null,
        (reason) => reason
      )
      assert.instanceOf(error, BackupRefused)
      return error.message as string
    }
    assert.include(await refusal(), '--force')
    assert.include(await refusal(folder), 'is no backup')

    const manifest = join(path, 'manifest.json')
    const facts = JSON.parse(await readFile(manifest, 'utf8'))
    const claim = (claims: object) => writeFile(manifest, JSON.stringify({ ...facts, ...claims }))
    await claim({ migrations: ['9999_from_the_future'] })
    assert.include(await refusal(), '9999_from_the_future')
    const other = env.get('DB_CONNECTION') === 'sqlite' ? 'mysql' : 'sqlite'
    await claim({ database: other })
    assert.include(await refusal(), `is of ${other}`)
    await claim({})
    await appendFile(join(path, dump), 'x')
    assert.include(await refusal(), `${dump} was changed`)
    await rm(join(path, dump))
    assert.include(await refusal(), `${dump} is missing`)
  }).timeout(60_000)

  test('says which tool is missing, and leaves nothing half done', async ({ assert }) => {
    const made = await ace(['backup:create', `--to=${folder}`], { PATH: '/nowhere' })
    assert.equal(made.code, 1)
    assert.include(made.out, 'mariadb-dump')
    assert.deepEqual(await filesBelow(folder), [])
  })
    .timeout(60_000)
    .skip(env.get('DB_CONNECTION') === 'sqlite', 'SQLite needs no tool')
})
