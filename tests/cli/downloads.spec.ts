import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { Readable, pipeline } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { BINARY, Sandbox, type RunOptions } from '#tests/cli/support/sandbox'

const CSV = 'id,number\nord_1,S-1\n'
const csv = { path: '/orders/export', headers: { 'content-type': 'text/csv' }, body: CSV }
const EXPORT = ['order', 'export', '--output']

test.group('downloads', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  const asked = () => sandbox.server.seen('GET', '/orders/export').length
  const files = async () => (await readdir(sandbox.home)).filter((name) => name.includes('csv'))

  test('into a file start again after a break, and are whole', async ({ assert }) => {
    sandbox.server.breakNext({ ...csv, half: true }, { ...csv, status: 200 })
    const run = await sandbox.run([...EXPORT, sandbox.path('orders.csv'), '--json'])
    assert.equal(run.code, 0, run.stderr)
    assert.equal(JSON.parse(run.stdout).size, CSV.length)
    assert.equal(await sandbox.read('orders.csv'), CSV)
    assert.deepEqual(await files(), ['orders.csv'])
    assert.equal(asked(), 2)
  })

  test('that break for good leave no file', async ({ assert }) => {
    const broken = { ...csv, half: true }
    sandbox.server.breakNext(broken, broken)
    const run = await sandbox.run([...EXPORT, sandbox.path('orders.csv'), '--retries', '1'])
    assert.equal(run.code, 6, run.stderr)
    assert.deepEqual(await files(), [])
    assert.equal(asked(), 2)
  })

  test('onto stdout are not asked for twice, and what is cut does not pass for whole', async ({
    assert,
  }) => {
    sandbox.server.breakNext({ ...csv, half: true })
    const run = await sandbox.run([...EXPORT, '-'])
    assert.equal(run.code, 6)
    assert.equal(run.stdout, CSV.slice(0, CSV.length / 2))
    assert.include(run.stderr, `the answer broke off after ${CSV.length / 2} bytes`)
    assert.equal(asked(), 1)
  })

  test('never land on another file, however late it came', async ({ assert }) => {
    const path = await sandbox.write('orders.csv', 'mine')
    assert.equal((await sandbox.run([...EXPORT, path])).code, 2)
    assert.equal(asked(), 0)
    const later = sandbox.path('later.csv')
    sandbox.server.breakNext({ ...csv, status: 200, delayMs: 300 })
    const during = async () => {
      while (asked() === 0) await sleep(5)
      await sandbox.write('later.csv', 'theirs')
    }
    assert.equal((await sandbox.run([...EXPORT, later], { during })).code, 2)
    assert.equal(await sandbox.read('later.csv'), 'theirs')
    assert.deepEqual(await files(), ['later.csv', 'orders.csv'])
  })
})

const SIZE = 200 * 1024 * 1024
const CHUNK = Buffer.alloc(64 * 1024, 'row\n')

test.group('a download of 200 MB', (group) => {
  let sandbox: Awaited<ReturnType<typeof Sandbox.at>>
  let server: Server

  group.each.setup(async () => {
    const body = () =>
      Readable.from(
        (function* () {
          for (let sent = 0; sent < SIZE; sent += CHUNK.length) yield CHUNK
        })()
      )
    server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' })
      pipeline(body(), response, () => {}) // the reader may leave
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    sandbox = await Sandbox.at(`http://127.0.0.1:${(server.address() as { port: number }).port}`)
    await sandbox.login()
    return async () => {
      server.closeAllConnections()
      server.close()
      await sandbox.close()
    }
  })

  test('is never held whole in memory', async ({ assert }) => {
    let most = 0
    const during: RunOptions['during'] = async (child) => {
      while (child.exitCode === null) {
        most = Math.max(most, await residentOf(child.pid!))
        await sleep(20)
      }
    }
    const file = sandbox.path('orders.csv')
    const run = await sandbox.run([...EXPORT, file, '--json'], { during })
    assert.equal(run.code, 0, run.stderr)
    assert.equal(JSON.parse(run.stdout).size, SIZE)
    console.log(`      200 MB through ${Math.round(most / 1024 / 1024)} MB of memory`)
    assert.isBelow(most, SIZE)
  }).skip(process.platform !== 'linux', 'reads /proc')

  test('whose reader leaves ends with 141', async ({ assert }) => {
    const child = spawn(process.execPath, [BINARY, ...EXPORT, '-'], { env: sandbox.env })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = await once(child, 'close')
    assert.equal(code, 141, stderr)
    assert.match(stderr, /the reader went away after \d+ bytes/)
  })
})

/** Bytes of memory that a process holds; 0 once it has ended. */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}
