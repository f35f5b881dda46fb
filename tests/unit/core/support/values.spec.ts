import { test } from '@japa/runner'
import { clock, parseDuration, toIso } from '#core/support/clock'
import { ID_PREFIXES, idPattern, lowestIdAt, newId, type IdKind } from '#core/support/ids'
import { exponentOf, formatMoney, isCurrency, money } from '#core/support/money'
import { loggablePath, maskSecrets } from '#core/logging/redaction'
import { countryOfIp } from '#core/geo/country_of_ip'

test.group('ids', () => {
  test('match the pattern of their own kind alone', ({ assert }) => {
    for (const kind of Object.keys(ID_PREFIXES) as IdKind[]) {
      assert.match(newId(kind), idPattern(kind))
      assert.notMatch(newId(kind === 'user' ? 'job' : 'user'), idPattern(kind))
    }
    assert.notMatch(`${newId('user')}0`, idPattern('user'))
    assert.notMatch(newId('user').toUpperCase(), idPattern('user'))
    assert.notMatch(`usr_8${newId('user').slice(5)}`, idPattern('user'))
  })

  test('of a moment begin with the lowest of it', ({ assert }) => {
    const before = Date.now()
    const id = newId('payment')
    assert.match(lowestIdAt('payment', before), idPattern('payment'))
    assert.isTrue(lowestIdAt('payment', before) <= id)
    assert.isTrue(id < lowestIdAt('payment', Date.now() + 1))
    for (const time of [-1, 0, 1, 4_102_444_800_000])
      assert.match(lowestIdAt('order', time), idPattern('order'))
  })

  test('ten thousand are all different', ({ assert }) => {
    assert.lengthOf(new Set(Array.from({ length: 10_000 }, () => newId('job'))), 10_000)
  })

  test('later ones sort later', async ({ assert }) => {
    const first = newId('job')
    await new Promise((resolve) => setTimeout(resolve, 3))
    assert.isBelow(first.localeCompare(newId('job')), 0)
  })
})

test.group('money', () => {
  test('knows currencies of no, two and three decimals', ({ assert }) => {
    assert.deepEqual(['JPY', 'EUR', 'KWD'].map(exponentOf), [0, 2, 3])
    assert.equal(formatMoney(money(1999, 'JPY')), '1999 JPY')
    assert.equal(formatMoney(money(1999, 'EUR')), '19.99 EUR')
    assert.equal(formatMoney(money(1999, 'KWD')), '1.999 KWD')
    assert.equal(formatMoney(money(-5, 'USD')), '-0.05 USD')
    assert.equal(formatMoney(money(0, 'KWD')), '0.000 KWD')
  })

  test('knows a currency by its upper-case code alone', ({ assert }) => {
    assert.isTrue(isCurrency('USD'))
    for (const code of ['usd', 'XXY', '', '__proto__']) assert.isFalse(isCurrency(code))
  })
})

test.group('clock', (group) => {
  group.each.teardown(() => clock.reset())

  test('travels, and writes ISO 8601 with milliseconds', ({ assert }) => {
    const before = clock.now()
    clock.travel(86_400_000)
    assert.isAtLeast(clock.now() - before, 86_400_000)
    assert.equal(toIso(0), '1970-01-01T00:00:00.000Z')
    assert.isNull(toIso(null))
  })

  test('reads durations as people write them', ({ assert }) => {
    assert.deepEqual(
      ['45s', '15m', '12h', '30d'].map(parseDuration),
      [45_000, 900_000, 43_200_000, 2_592_000_000]
    )
    for (const wrong of ['', '15', 'm', '-1m', '1.5h', '1w'])
      assert.throws(() => parseDuration(wrong))
  })
})

test.group('redaction', () => {
  test('masks tokens in free text and in paths', ({ assert }) => {
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLXBhcnQ'
    assert.equal(maskSecrets(`bad ${jwt}!`), 'bad [jwt]!')
    assert.equal(maskSecrets('x'.repeat(43)), '[secret]')
    assert.equal(maskSecrets('a short word'), 'a short word')
    assert.equal(maskSecrets('550 <ann.o+x@mail.example.test>: no'), '550 <[e-mail]>: no')
    assert.equal(maskSecrets('no way to +4915112345678.'), 'no way to [number].')
    assert.equal(
      maskSecrets("Duplicate entry 'Ann Lee' for key 'users.name'"),
      "Duplicate entry '[value]' for key 'users.name'"
    )
    const path = loggablePath('/api/v1/auth/reset-password/abc-_123?next=secret')
    assert.equal(path, '/api/v1/auth/reset-password/[token]')
  })
})

test.group('countryOfIp', () => {
  test('knows public addresses and shrugs at the others', async ({ assert }) => {
    assert.equal(await countryOfIp('8.8.8.8'), 'US')
    assert.match((await countryOfIp('2a00:1450:4001:800::200e'))!, /^[A-Z]{2}$/)
    for (const ip of ['127.0.0.1', '10.0.0.1', '::1', '192.0.2.1'])
      assert.isNull(await countryOfIp(ip))
  })
})
