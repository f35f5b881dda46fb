import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import IdempotencyKeyMiddleware from '#core/idempotency/idempotency_key_middleware'
import { write } from '#core/database/write'
import { StateConflict } from '#core/errors'
import HttpExceptionHandler from '#core/exceptions/handler'
import { unique } from '#tests/helpers/actors'

/** One request under a key, through the middleware, as the framework's runner would do it. */
async function send(key: string, work: () => Promise<unknown>) {
  const ctx = await testUtils.createHttpContext()
  ctx.request.request.method = 'POST'
  ctx.request.request.headers['idempotency-key'] = key
  ctx.request.id = () => 'test-request'
  const handler = new HttpExceptionHandler()
  const next = () => work().catch((error) => handler.handle(error, ctx))
  await new IdempotencyKeyMiddleware().handle(ctx, next)
  const body: unknown = ctx.response.getBody()
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { status: ctx.response.getStatus(), text }
}

function count(subject: string) {
  return write((trx) =>
    trx
      .insertQuery()
      .table('usage_counters')
      .insert({ subject, kind: 'test', window_no: Date.now() % 1e9, used: 1, expires_at: 1 })
  )
}

const counted = async (subject: string) =>
  (await db.from('usage_counters').where({ subject })).length

test.group('IdempotencyKeyMiddleware', () => {
  test('our own fault undoes the work and leaves the key for another try', async ({ assert }) => {
    const [key, subject] = [unique('key'), unique('subject')]
    const broken = await send(key, async () => {
      await count(subject)
      throw new Error('a bug')
    })
    assert.equal(broken.status, 500)
    assert.equal(await counted(subject), 0)

    const mended = await send(key, async () => {
      await count(subject)
      return { data: 1 }
    })
    assert.equal(mended.status, 200)
    assert.equal(await counted(subject), 1)
  })

  test('a refusal keeps what was written before it', async ({ assert }) => {
    const [key, subject] = [unique('key'), unique('subject')]
    const refuse = () =>
      send(key, async () => {
        await count(subject)
        throw new StateConflict()
      })
    const first = await refuse()
    const again = await refuse()
    assert.equal(first.status, 409)
    assert.deepEqual(again, first)
    assert.equal(await counted(subject), 1)
  })

  test('a later write that fails is undone alone', async ({ assert }) => {
    const [key, subject] = [unique('key'), unique('subject')]
    const { status } = await send(key, async () => {
      await count(subject)
      await write(async (trx) => {
        await trx.from('usage_counters').where({ subject }).delete()
        throw new Error('caught by the caller')
      }).catch(() => {})
      return { data: await counted(subject) }
    })
    assert.equal(status, 200)
    assert.equal(await counted(subject), 1)
  })
})
