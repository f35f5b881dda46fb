import { request as httpRequest } from 'node:http'
import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import env from '#start/env'
import { actorOfRole, PASSWORD } from '#tests/helpers/actors'

interface Raw {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** A request as no well-behaved client library would send it. */
function raw({ method = 'GET', path, headers = {}, body }: Raw) {
  return new Promise<{ status: number; headers: Record<string, any>; text: string }>(
    (resolve, reject) => {
      const request = httpRequest(
        { host: env.get('HOST'), port: env.get('PORT'), method, path, headers },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (chunk) => (text += chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode!, headers: response.headers, text })
          )
        }
      )
      request.on('error', reject)
      request.end(body)
    }
  )
}

const login = '/api/v1/auth/login'
const json = { 'content-type': 'application/json' }
const post = (body: string | Buffer, headers: Record<string, string> = json) =>
  raw({ method: 'POST', path: login, headers, body })

test.group('the error envelope', () => {
  const nested = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`
  const bottomless = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
  const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [i, 1])))
  const cases: [title: string, status: number, send: () => Promise<any>][] = [
    ['broken JSON', 400, () => post('{"email":')],
    ['a list for a body', 400, () => post('[1]')],
    ['a bare string for a body', 400, () => post('"x"')],
    ['an unknown address', 404, () => raw({ path: '/api/v1/nowhere' })],
    ['an address outside the API', 404, () => raw({ path: '/../../etc/passwd' })],
    ['a method nobody serves', 404, () => raw({ method: 'DELETE', path: login })],
    ['ten megabytes', 413, () => post(`{"a":"${'x'.repeat(10 * 1024 ** 2)}"}`)],
    ['a thousand levels', 413, () => post(nested)],
    ['a hundred thousand levels', 413, () => post(bottomless)],
    ['100,000 keys', 413, () => post(wide)],
    [
      'a gzip bomb',
      413,
      () =>
        post(gzipSync(Buffer.alloc(200 * 1024 ** 2, 0x20)), {
          ...json,
          'content-encoding': 'gzip',
        }),
    ],
    ['a form', 415, () => post('email=a', { 'content-type': 'application/x-www-form-urlencoded' })],
    ['XML', 415, () => post('<x/>', { 'content-type': 'application/xml' })],
    ['invalid fields', 422, () => post('{}')],
    ['prototype pollution', 422, () => post('{"__proto__":{"role":"admin"},"email":1}')],
    ['an undecodable path', 400, () => raw({ path: '/api/v1/health/%E0%A4%A' })],
    ['NUL in the query', 401, () => raw({ path: '/api/v1/auth/sessions?limit=%00' })],
  ]
  for (const [title, status, send] of cases)
    test(`${title}: ${status}, and no stack`, async ({ assert }) => {
      const response = await send()
      assert.equal(response.status, status, response.text)
      const body = JSON.parse(response.text)
      assert.sameMembers(Object.keys(body), ['errors', 'requestId'])
      assert.equal(body.requestId, response.headers['x-request-id'])
      for (const error of body.errors) assert.match(error.code, /^E_/)
      assert.notMatch(response.text, /node_modules|\.ts:\d|at async/)
    })
})

test.group('every answer', () => {
  const requests: Raw[] = [
    { path: '/api/v1/health' },
    { path: '/nowhere' },
    { method: 'POST', path: login, headers: json, body: '{' },
    { method: 'OPTIONS', path: login, headers: { 'origin': 'http://127.0.0.1:3000', 'access-control-request-method': 'POST' } }, // prettier-ignore
  ]

  test('has the security and version headers, and no banner', async ({ assert }) => {
    for (const request of requests) {
      const { headers } = await raw(request)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['cache-control'], 'no-store')
      assert.equal(headers['x-api-version'], '1')
      assert.match(headers['strict-transport-security'], /max-age=\d+/)
      assert.match(headers['content-security-policy'], /default-src 'none'/)
      assert.isString(headers['x-request-id'])
      assert.notProperty(headers, 'x-powered-by')
      assert.notProperty(headers, 'server')
    }
  })

  test('takes a good request id and replaces a bad one', async ({ assert }) => {
    const ask = async (id: string) =>
      (await raw({ path: '/api/v1/health', headers: { 'x-request-id': id } })).headers[
        'x-request-id'
      ]
    assert.equal(await ask('trace-1.2:3'), 'trace-1.2:3')
    for (const bad of ['a b', 'x'.repeat(129), '{"a":1}']) assert.notEqual(await ask(bad), bad)
  })

  test('lets exactly the listed origins in', async ({ assert }) => {
    const ask = async (origin: string) =>
      (await raw({ path: '/api/v1/health', headers: { origin } })).headers[
        'access-control-allow-origin'
      ]
    assert.equal(await ask('http://127.0.0.1:3000'), 'http://127.0.0.1:3000')
    for (const origin of ['http://127.0.0.1:3001', 'http://127.0.0.1:3000.evil.test', 'null'])
      assert.isUndefined(await ask(origin))
  })

  test('X-Forwarded-For of an untrusted peer changes nothing', async ({ client, assert }) => {
    const { user } = await actorOfRole('client')
    const session = await client
      .post(login)
      .header('x-forwarded-for', '203.0.113.9')
      .json({ email: user.email!, password: PASSWORD })
    const { accessToken } = session.body().data
    const sessions = await client.get('/api/v1/auth/sessions').header('authorization', accessToken)
    const addresses = sessions.body().data.map((row: any) => row.ip)
    assert.notInclude(addresses, '203.0.113.9')
  })
})

test.group('health', () => {
  test('live and ready are up', async ({ client, assert }) => {
    const live = await client.get('/api/v1/health')
    live.assertStatus(200)
    assert.equal(live.body().data.status, 'up')
    const ready = await client.get('/api/v1/health/ready')
    ready.assertStatus(200)
    assert.includeMembers(
      ready.body().data.checks.map((check: any) => check.name),
      ['database', 'queue', 'disk']
    )
  })
})
