import { once } from 'node:events'
import { test } from '@japa/runner'
import { write } from '#core/database/write'
import { resetLimiters, takePoint } from '#core/limits/rate_limiter'
import { countUse } from '#core/limits/usage_cap'
import { TooManyRequests } from '#core/errors'
import { MINUTE } from '#core/support/clock'
import { unique } from '#tests/helpers/actors'

const attempts = async (limit: { name: string; max: number; window: number }, count: number) => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: count }, () => takePoint(limit, 'somebody'))
  )
  return outcomes.filter((outcome) => outcome.status === 'fulfilled').length
}

test.group('takePoint', (group) => {
  group.each.teardown(() => resetLimiters())

  test('lets exactly the limit through, also all at once', async ({ assert }) => {
    const limit = { name: unique('limit'), max: 7, window: MINUTE }
    assert.equal(await attempts(limit, 100), 7)
    const refused = await takePoint(limit, 'somebody').catch((error) => error)
    assert.instanceOf(refused, TooManyRequests)
    assert.isAtLeast(refused.retryAfter, 1)
    assert.isAtMost(refused.retryAfter, 60)
    assert.equal(await takePoint(limit, 'somebody else'), 6)
  })

  test('is shared through Redis, and goes on counting in memory without it', async ({ assert }) => {
    const limit = { name: unique('limit'), max: 3, window: MINUTE }
    const { default: redis } = await import('@adonisjs/redis/services/main')
    const { ioConnection } = redis.connection('main')
    if (ioConnection.status !== 'ready') await once(ioConnection, 'ready')
    assert.equal(await attempts(limit, 2), 2)
    resetLimiters() // as another process would see it
    assert.equal(await attempts(limit, 5), 1)

    ioConnection.disconnect(true)
    assert.equal(await attempts(limit, 10), 3)
    if (ioConnection.status !== 'ready') await once(ioConnection, 'ready') // it came back by itself
  }).skip(() => process.env.QUEUE_DRIVER !== 'bull', 'only with Redis')
})

test.group('countUse', () => {
  test('a hundred at once pass exactly the cap', async ({ assert }) => {
    const subject = unique('user')
    const cap = { kind: 'tests', max: 10, per: 'day' } as const
    const passed = await Promise.all(
      Array.from({ length: 100 }, () => write((trx) => countUse(trx, cap, subject)))
    )
    assert.lengthOf(passed.filter(Boolean), 10)
  })

  test('counts nothing for what was rolled back', async ({ assert }) => {
    const subject = unique('user')
    const cap = { kind: 'tests', max: 1, per: 'hour' } as const
    await write(async (trx) => {
      await countUse(trx, cap, subject)
      throw new Error('no')
    }).catch(() => {})
    assert.isTrue(await write((trx) => countUse(trx, cap, subject)))
    assert.isFalse(await write((trx) => countUse(trx, cap, subject)))
  })
})
