import { test } from '@japa/runner'
import { exitCodeForStatus } from '../../../cli/errors.ts'
import { isId, parseIds } from '../../../cli/ids.ts'
import { parseDecimal, parseDuration, parseTime, parseWhole } from '../../../cli/options.ts'
import { normalizeApiUrl } from '../../../cli/profiles.ts'
import { Redactor } from '../../../cli/redact.ts'
import { isPassing, parseRetryAfter, waitBefore } from '../../../cli/http/retry.ts'
import { editDistance, suggest } from '../../../cli/suggest.ts'
import { isOlder } from '../../../cli/version.ts'

test.group('values of flags', () => {
  test('decimals keep their sign and their limits', ({ assert }) => {
    assert.deepEqual(
      ['54.47', '-90', '0'].map((text) => parseDecimal(text, -90, 90)),
      [54.47, -90, 0]
    )
    for (const text of ['', 'north', '90.1', '1e1', '1,5', 'NaN']) {
      assert.throws(() => parseDecimal(text, -90, 90))
    }
  })

  test('durations', ({ assert }) => {
    assert.deepEqual(
      ['500ms', '30s', '2m', '1.5h', '30d'].map(parseDuration),
      [500, 30_000, 120_000, 5_400_000, 2_592_000_000]
    )
    for (const text of ['', '30', 's', '-1s', '0s', '1w', '9999999d']) {
      assert.throws(() => parseDuration(text))
    }
  })

  test('times: ago, a date, RFC 3339', ({ assert }) => {
    const now = Date.parse('2026-01-31T12:00:00Z')
    assert.equal(parseTime('30d', now), '2026-01-01T12:00:00.000Z')
    assert.equal(parseTime('2026-01-31', now), '2026-01-31T00:00:00.000Z')
    assert.equal(parseTime('2026-01-31T09:00:00+02:00', now), '2026-01-31T07:00:00.000Z')
    for (const text of ['yesterday', '31.01.2026', '2026-13-01', '2026-01-31T09:00']) {
      assert.throws(() => parseTime(text, now))
    }
  })

  test('whole numbers in their range', ({ assert }) => {
    assert.equal(parseWhole('100', 1, 100), 100)
    for (const text of ['0', '101', '1e1', '1.5', '', ' 1', '0x1']) {
      assert.throws(() => parseWhole(text, 1, 100))
    }
  })

  test('addresses lose what is always there, and plain http is for this machine', ({ assert }) => {
    const same = [
      'https://a.test',
      'https://a.test/',
      'https://a.test/api',
      'https://a.test/api/v1/',
    ]
    for (const text of same) assert.equal(normalizeApiUrl(text), 'https://a.test')
    assert.equal(normalizeApiUrl('https://a.test/market/api/v1'), 'https://a.test/market')
    assert.equal(normalizeApiUrl('http://localhost:3333'), 'http://localhost:3333')
    assert.equal(normalizeApiUrl('http://[::1]:3333'), 'http://[::1]:3333')
    const refused = [
      'http://a.test',
      'http://127.0.0.1.a.test',
      'ftp://a.test',
      'a.test',
      'https://u:p@a.test',
    ]
    for (const text of refused) assert.throws(() => normalizeApiUrl(text))
  })
})

test.group('ids', () => {
  test('a header is recognised, an id is not taken for one', ({ assert }) => {
    assert.deepEqual(parseIds('id\na\nb').ids, ['a', 'b'])
    assert.deepEqual(parseIds('name,order_id\nx,"a"\n"y, z",b').ids, ['a', 'b'])
    assert.deepEqual(parseIds('prt_1\nprt_2\nprt_1'), { ids: ['prt_1', 'prt_2'], duplicates: 1 })
    assert.deepEqual(parseIds('\n \n').ids, [])
  })

  test('an id cannot leave its place in a path', ({ assert }) => {
    for (const text of ['prt_01jd3x', 'A-b_9']) assert.isTrue(isId(text))
    for (const text of ['', '..', 'a/b', 'a?b', 'a b', '-x', 'é', 'a'.repeat(90)]) {
      assert.isFalse(isId(text))
    }
  })
})

test.group('retrying', () => {
  test('what passes by itself', ({ assert }) => {
    assert.deepEqual([429, 500, 502, 503, 504].map(isPassing), Array(5).fill(true))
    assert.deepEqual([200, 400, 401, 404, 409, 422, 501].map(isPassing), Array(7).fill(false))
  })

  test('Retry-After in seconds, as a date, or unreadable', ({ assert }) => {
    const now = Date.parse('2026-01-31T12:00:00Z')
    assert.equal(parseRetryAfter('7', now), 7000)
    assert.equal(parseRetryAfter('Sat, 31 Jan 2026 12:00:05 GMT', now), 5000)
    assert.equal(parseRetryAfter('Sat, 31 Jan 2026 11:00:00 GMT', now), 0)
    assert.isUndefined(parseRetryAfter('soon', now))
    assert.isUndefined(parseRetryAfter(undefined, now))
  })

  test('waits grow, jitter, and never end before the server asked', ({ assert }) => {
    assert.equal(waitBefore(0, undefined, 0), 150)
    assert.equal(waitBefore(2, undefined, 1), 1200)
    assert.isAtMost(waitBefore(30, undefined, 1), 10_000)
    assert.isAtLeast(waitBefore(0, 5000, 0), 5000)
    assert.isAtMost(waitBefore(0, 5000, 1), 6000)
  })

  test('each status has its exit code', ({ assert }) => {
    const codes = {
      302: 1,
      400: 2,
      401: 4,
      403: 4,
      404: 3,
      409: 5,
      410: 3,
      422: 5,
      426: 9,
      429: 6,
      503: 6,
    }
    for (const [status, code] of Object.entries(codes)) {
      assert.equal(exitCodeForStatus(Number(status)), code, status)
    }
  })
})

test.group('redaction', () => {
  test('masks by name and by value, and keeps what is no secret', ({ assert }) => {
    const redactor = new Redactor()
    redactor.remember('s3cr3t-value')
    redactor.remember('no')
    assert.deepEqual(
      redactor.json({
        email: 'a@b.test',
        newPassword: 'x',
        code: 'E_NOT_FOUND',
        nested: [{ refreshToken: 'y', note: 'has s3cr3t-value, no less', expiresIn: 5 }],
        login: { challenge: 'c', code: '123456' },
        requires2FA: true,
        shipping: 'by sea',
      }),
      {
        email: 'a@b.test',
        newPassword: '••••',
        code: 'E_NOT_FOUND',
        nested: [{ refreshToken: '••••', note: 'has ••••, no less', expiresIn: 5 }],
        login: { challenge: '••••', code: '••••' },
        requires2FA: true,
        shipping: 'by sea',
      }
    )
    assert.deepEqual(
      redactor.headers({
        'Authorization': 'Bearer x',
        'Set-Cookie': 'a=b',
        'Idempotency-Key': 'k',
      }),
      { 'Authorization': '••••', 'Set-Cookie': '••••', 'Idempotency-Key': 'k' }
    )
  })
})

test.group('guessing', () => {
  test('near words and synonyms, but nothing far-fetched', ({ assert }) => {
    const verbs = ['list', 'show', 'approve', 'reject', 'remove']
    assert.equal(suggest('aprove', verbs), 'approve')
    assert.equal(suggest('rejcet', verbs), 'reject')
    assert.equal(suggest('rm', verbs), 'remove')
    assert.equal(suggest('verify', verbs), 'approve')
    assert.isUndefined(suggest('refund', verbs))
    assert.equal(editDistance('ab', 'ba'), 1)
  })

  test('versions are compared by number', ({ assert }) => {
    assert.isTrue(isOlder('0.9.0', '0.10.0'))
    assert.isFalse(isOlder('1.0.0', '1.0.0'))
    assert.isFalse(isOlder('2.0', '1.9.9'))
  })
})
