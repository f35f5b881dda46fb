import { test } from '@japa/runner'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { GatewayRefused, GatewayUnavailable } from '#payments/errors'
import { guard } from '#payments/gateways/guard'
import SandboxGateway from '#payments/gateways/sandbox'

/** Answers as it is told. */
class Told extends SandboxGateway {
  calls = 0
  constructor(public answer: () => Promise<null>) {
    super()
  }

  async getPayment() {
    this.calls++
    return this.answer()
  }
}

const fails = async () => {
  throw new Error('socket hang up')
}
const refuses = async () => {
  throw new GatewayRefused('sandbox', 'no')
}

test.group('the guard of a gateway', (group) => {
  group.each.teardown(() => clock.reset())

  test('opens after five failures in a row, not after refusals', async ({ assert }) => {
    const told = new Told(fails)
    const guarded = guard(told)
    const ask = () => guarded.getPayment('x').catch((error) => error.constructor.name)
    for (let i = 0; i < 4; i++) await ask()
    told.answer = refuses
    assert.equal(await ask(), 'GatewayRefused')
    told.answer = fails
    for (let i = 0; i < 5; i++) await ask()
    assert.equal(told.calls, 10)
    assert.equal(await ask(), 'GatewayUnavailable')
    assert.equal(told.calls, 10)
  })

  test('lets one probe through each half minute, and closes when it succeeds', async ({
    assert,
  }) => {
    const told = new Told(fails)
    const guarded = guard(told)
    const ask = () => guarded.getPayment('x').catch((error) => error.constructor.name)
    for (let i = 0; i < 5; i++) await ask()
    clock.travel(30_001)
    const answers = await Promise.all([ask(), ask(), ask()])
    assert.equal(told.calls, 6)
    assert.lengthOf(
      answers.filter((answer) => answer === 'GatewayUnavailable'),
      2
    )
    told.answer = async () => null
    clock.travel(30_001)
    assert.isNull(await ask())
    assert.isNull(await ask())
    assert.equal(told.calls, 8)
  })

  test('waits no longer than it is told', async ({ assert }) => {
    const guarded = guard(new Told(() => new Promise<never>(() => {})), 30)
    const startedAt = performance.now()
    await assert.rejects(() => guarded.getPayment('x'), GatewayUnavailable)
    assert.isBelow(performance.now() - startedAt, 2000)
  })

  test('is never called inside a transaction', async ({ assert }) => {
    const told = new Told(async () => null)
    const guarded = guard(told)
    await assert.rejects(
      () => write(async () => guarded.getPayment('x')),
      'No gateway is called inside a transaction'
    )
    assert.equal(told.calls, 0)
  })
})
