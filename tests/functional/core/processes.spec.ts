import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import {
  environmentOf,
  freePort,
  isUp,
  scratchFolder,
  souk,
  until,
  type Environment,
} from '#tests/faults/processes'

/** A server process of its own on an SQLite file of its own, which does not answer yet. */
async function spawnServer(name: string, more: Environment = {}) {
  const folder = scratchFolder(`processes/${name}`)
  const port = await freePort()
  const env = environmentOf(folder, {
    PORT: String(port),
    DB_CONNECTION: 'sqlite',
    QUEUE_DRIVER: 'outbox',
    MAIL_DRIVER: 'file',
    WORKER_IN_SERVER: 'yes',
    ...more,
  })
  await souk.migrate(env, folder)
  const server = souk.server('server', env, folder).start()
  return { folder, env, port, url: `http://127.0.0.1:${port}`, server }
}

async function startServer(name: string, more: Environment = {}) {
  const started = await spawnServer(name, more)
  await until(`${started.url} answers`, () => isUp(started.url), 120_000)
  return started
}

/** Resolves as soon as the server listens, when it is far from ready. */
async function listening(port: number) {
  const isOpen = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
  while (!(await isOpen())) await sleep(2)
}

function openSocket(port: number, text: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text)
      resolve(socket)
    })
    socket.on('error', () => {}) // the server closes it: that is the point
  })
}

/** A mail server that greets and then never says another word. */
async function muteMailServer() {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => {})) // the sender is killed: that is the point
    socket.write('220 mute\r\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    isAsked: () => sockets.length > 0,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/* What a supervisor waits before it kills. Booting may take long on a loaded machine, stopping not. */
const PATIENCE_OF_SUPERVISORS = 30_000
const SLOW_MACHINE = 240_000

test.group('a process', () => {
  test('ends in time on SIGTERM, whoever holds a connection open', async ({ assert, cleanup }) => {
    const { port, url, server } = await startServer('sigterm')
    cleanup(() => void server.stop('SIGKILL'))
    const idle = await openSocket(port, 'GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n')
    const half = await openSocket(
      port,
      'POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{'
    )
    assert.equal((await fetch(`${url}/api/v1/health/ready`)).status, 200)

    const took = await server.stop('SIGTERM')
    idle.destroy()
    half.destroy()
    assert.isBelow(took, PATIENCE_OF_SUPERVISORS)
    assert.equal(await server.ended(), 0)
  }).timeout(SLOW_MACHINE)

  test('ends in time on SIGTERM, however early it comes', async ({ assert, cleanup }) => {
    const { port, server } = await spawnServer('sigterm-early')
    cleanup(() => void server.stop('SIGKILL'))
    await listening(port)
    assert.isBelow(await server.stop('SIGTERM'), PATIENCE_OF_SUPERVISORS)
    assert.equal(await server.ended(), 0)
  }).timeout(SLOW_MACHINE)

  test('ends in time on SIGTERM, whatever its jobs wait for', async ({ assert, cleanup }) => {
    const mute = await muteMailServer()
    cleanup(() => mute.close())
    const { url, server, env, folder } = await startServer('sigterm-jobs', {
      WORKER_IN_SERVER: 'no',
      MAIL_DRIVER: 'smtp',
      EMAIL_HOST: '127.0.0.1',
      EMAIL_PORT: String(mute.port),
    })
    const worker = souk.ace('worker', ['queue:work'], env, folder).start()
    const scheduler = souk.ace('scheduler', ['scheduler:run'], env, folder).start()
    const processes = [server, worker, scheduler]
    cleanup(async () => void (await Promise.all(processes.map((one) => one.stop('SIGKILL')))))
    const registered = await fetch(`${url}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Waits',
        email: 'waits@example.test',
        password: 'correct horse battery',
        role: 'client',
      }),
    })
    assert.equal(registered.status, 202)
    await until('the worker sends the mail', mute.isAsked, 120_000)
    await until('the scheduler works', async () =>
      (await readFile(join(folder, 'scheduler.log'), 'utf8')).includes('scheduler of')
    )

    const took = await Promise.all(processes.map((one) => one.stop('SIGTERM')))
    for (const milliseconds of took) assert.isBelow(milliseconds, PATIENCE_OF_SUPERVISORS)
  }).timeout(SLOW_MACHINE)

  test('writes no secret into its logs', async ({ assert, cleanup }) => {
    const { folder, url, server } = await startServer('secrets', { LOG_LEVEL: 'trace' })
    cleanup(() => void server.stop('SIGKILL'))
    const secrets = {
      password: 'canary-password-4711',
      code: '918273',
      challenge: 'chl_01m7y6je9zenbvaz8ggcv4hqna',
      refreshToken: 'canary-refresh-token-4711',
      accessToken: 'canaryaccess.canaryaccess.canaryaccess',
      resetToken: 'canary-reset-token-in-the-path-4711-4711-12',
      key: 'canary-idempotency-key-4711',
    }
    const post = (path: string, body: object) =>
      fetch(`${url}/api/v1${path}?token=${secrets.refreshToken}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'authorization': `Bearer ${secrets.accessToken}`,
          'cookie': `souk_refresh=${secrets.refreshToken}`,
          'idempotency-key': secrets.key,
        },
        body: JSON.stringify(body),
      })
    const email = 'canary@example.test'
    const { password, code, challenge, refreshToken } = secrets
    const answers = [
      await post('/auth/register', { name: 'C', email, password, role: 'client' }),
      await post('/auth/login', { email, password }),
      await post('/auth/login/verify-2fa', { challenge, code }),
      await post('/auth/verify-email', { email, code }),
      await post('/auth/refresh-token', { refreshToken }),
      await post(`/auth/reset-password/${secrets.resetToken}`, { password }),
      await post('/auth/logout', {}),
    ]
    const answered = await Promise.all(answers.map((answer) => answer.text()))
    await server.stop('SIGTERM')

    const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'))
    const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')))
    const written = [...texts, ...answered].join('\n')
    assert.include(written, '/api/v1/auth/login')
    const found = Object.entries(secrets).filter(([, secret]) => written.includes(secret))
    assert.deepEqual(found, [])
  }).timeout(SLOW_MACHINE)
})
