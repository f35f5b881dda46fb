/*
 * Nothing is served that the OpenAPI document does not say, and every reply, whatever was sent, has
 * the security headers and tells nothing of what runs here.
 */
import { connect } from 'node:net'
import { test } from '@japa/runner'
import router from '@adonisjs/core/services/router'
import env from '#start/env'
import { ID_PREFIXES } from '#core/support/ids'
import { actorOfRole } from '#tests/helpers/actors'
import { readDocument } from '#tests/helpers/openapi'
import { faultsOfReply, type Reply } from '#tests/helpers/replies'

const HOST = env.get('HOST')
const PORT = Number(env.get('PORT'))
const FRONT_END = 'http://127.0.0.1:3000'
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH']

/** Everything that came back in this file. */
const replies: Reply[] = []

/** Writes bytes as they are, and reads until the server closes. */
function send(text: string): Promise<Reply | null> {
  const sent = text.split('\r\n')[0].slice(0, 80)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(PORT, HOST, () => socket.write(text))
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no reply to ${sent}`)))
    socket.on('data', (data) => (answer += data))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer === '' ? null : keep(parsed(sent, answer))))
  })
}

function parsed(sent: string, answer: string): Reply {
  const [head, body = ''] = answer.split(/\r\n\r\n(.*)/s)
  const [line, ...lines] = head.split('\r\n')
  const headers = new Map(
    lines.map((one) => {
      const [name, value] = one.split(/: ?(.*)/s)
      return [name.toLowerCase(), value] as const
    })
  )
  return { sent, status: Number(line.split(' ')[1]), headers, body }
}

function keep(reply: Reply): Reply {
  replies.push(reply)
  return reply
}

function request(method: string, path: string, headers: Record<string, string> = {}, body = '') {
  const lines = Object.entries({
    Host: `${HOST}:${PORT}`,
    Connection: 'close',
    ...(body && { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  return send(`${[`${method} ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n${body}`)
}

/** Values that some parameter of a path may have. */
const VALUES = [
  ...Object.values(ID_PREFIXES).map((prefix) => `${prefix}_01h455vb4pex5vsknk084sn02q`),
  'google',
  '1',
  'x'.repeat(43),
]

/** The address of an operation, with a value in each place that the route does match. */
function addressOf(path: string, operation: any): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    const { schema } = operation.parameters.find((one: any) => one.name === name)
    const value = VALUES.find((one) => new RegExp(schema.pattern ?? '').test(one))
    if (!value) throw new Error(`no value for {${name}} of ${path}`)
    return value
  })
}

test.group('what is served', () => {
  test('is what the document says: 0 routes more, 0 less', async ({ assert }) => {
    const { paths } = await readDocument()
    const declared = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
    )
    router.commit()
    const served = Object.values(router.toJSON())
      .flat()
      .flatMap(({ methods, pattern }) =>
        methods
          .filter((method) => method !== 'HEAD')
          .map((method) => `${method} ${pattern.replace(/:(\w+)\??/g, '{$1}')}`)
      )
    const extra = served.filter((route) => !declared.includes(route))
    const missing = declared.filter((route) => !served.includes(route))
    console.log(
      `      ${served.length} routes served, ${declared.length} declared: ${extra.length} extra, ${missing.length} missing`
    )
    assert.deepEqual({ extra, missing }, { extra: [], missing: [] })
  })

  test('by no other method, on any path', async ({ assert }) => {
    const { paths } = await readDocument()
    const wrong: string[] = []
    let sent = 0
    const declared = Object.entries<Record<string, unknown>>(paths)
    const work = declared.flatMap(([path, methods]) => {
      const address = addressOf(path, Object.values(methods)[0])
      const undeclared = METHODS.filter((method) => !methods[method.toLowerCase()])
      return undeclared.map((method) => ({ path: address, method }))
    })
    const next = async () => {
      for (let one = work.pop(); one; one = work.pop()) {
        const reply = (await request(one.method, one.path))!
        sent++
        if (![404, 405].includes(reply.status))
          wrong.push(`${one.method} ${one.path}: ${reply.status}`)
      }
    }
    await Promise.all(Array.from({ length: 8 }, next))
    console.log(`      ${sent} undeclared methods: ${wrong.length} served`)
    assert.deepEqual(wrong, [])
  }).timeout(240_000)

  test('and no page, file or listing beside it', async ({ assert }) => {
    for (const path of [
      '/',
      '/api',
      '/api/',
      '/api/v1',
      '/api/v1/',
      '/api/v2/health',
      '/.env',
      '/.git/config',
      '/package.json',
      '/tmp/storage',
      '/docs/../.env',
      '/%2e%2e/.env',
      '/server-status',
      '/debug',
      '/metrics',
      '/__open-in-editor',
      '//evil.test/',
      'http://evil.test/api/v1/health',
      '*',
    ])
      assert.equal((await request('GET', path))!.status, 404, path)
  })
})

test.group('every reply', () => {
  test('has the same headers, also to what is no HTTP', async ({ assert }) => {
    const { headers } = await actorOfRole('client')
    const json = { 'content-type': 'application/json' }
    const login = '/api/v1/auth/login'
    const ok = await request('GET', '/api/v1/health')
    assert.equal(ok!.status, 200)
    const expected: [status: number, reply: Promise<Reply | null>][] = [
      [200, request('HEAD', '/api/v1/health')],
      [200, request('GET', '/api/v1/user/profile', headers)],
      [401, request('GET', '/api/v1/user/profile')],
      [403, request('GET', '/api/v1/admin/users', headers)],
      [404, request('HEAD', '/nowhere')],
      [204, request('OPTIONS', login, { 'Origin': FRONT_END, 'Access-Control-Request-Method': 'POST' })], // prettier-ignore
      [400, request('POST', login, json, '{')],
      [415, request('POST', login, { 'content-type': 'text/plain' }, 'x')],
      [422, request('POST', login, json, '{}')],
      [413, request('POST', login, json, `{"a":"${'x'.repeat(2 * 1024 ** 2)}"}`)],
      [417, request('GET', '/api/v1/health', { Expect: 'tea' })],
      [400, request('GET', '/api/v1/health/%E0%A4%A')],
      [431, request('GET', '/api/v1/health', { 'X-Long': 'x'.repeat(20_000) })],
      [400, send('rubbish\r\n\r\n')],
      [400, send('BREW /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n')],
      [400, send('GET /api/v1/health HTTP/9.9\r\nHost: x\r\n\r\n')],
      [400, send('GET /api/v1/health HTTP/1.1\r\n\r\n')],
      [400, send('GET /api/v1/health HTTP/1.1\r\nHost: x\r\nBad Header: x\r\n\r\n')],
      [
        400,
        send(
          `POST ${login} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`
        ),
      ],
      [400, send('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
    ]
    for (const [status, pending] of expected) {
      const reply = (await pending)!
      assert.equal(reply.status, status, reply.sent)
    }
    assert.isNull(await send(`CONNECT evil.test:443 HTTP/1.1\r\nHost: x\r\n\r\n`))

    const wrong = replies.flatMap((reply) => faultsOfReply(reply))
    console.log(
      `      ${replies.length} replies, ${wrong.length} without the headers or with too many`
    )
    assert.deepEqual(wrong, [])
  }).timeout(60_000)

  test('is for the exact origins alone', async ({ assert }) => {
    const allowed = (await request('GET', '/api/v1/health', { Origin: FRONT_END }))!
    assert.equal(allowed.headers.get('access-control-allow-origin'), FRONT_END)
    assert.equal(allowed.headers.get('access-control-allow-credentials'), 'true')
    const foreign = [
      'http://127.0.0.1:3001',
      'http://127.0.0.1',
      'https://127.0.0.1:3000',
      'http://127.0.0.1:3000/',
      'http://127.0.0.1:3000.evil.test',
      'http://evil.test/http://127.0.0.1:3000',
      'http://evil127.0.0.1:3000',
      'http://user@127.0.0.1:3000',
      'http://sub.127.0.0.1:3000',
      'http://localhost:3000',
      'HTTP://127.0.0.1:3000',
      'null',
      'file://',
      '*',
    ]
    for (const Origin of foreign) {
      const preflight = { Origin, 'Access-Control-Request-Method': 'POST' }
      for (const reply of [
        await request('GET', '/api/v1/health', { Origin }),
        await request('OPTIONS', '/api/v1/auth/login', preflight),
      ])
        assert.isFalse(reply!.headers.has('access-control-allow-origin'), Origin)
    }
    console.log(`      ${foreign.length} foreign origins, 0 let in`)
  })
})
