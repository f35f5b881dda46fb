import { test } from '@japa/runner'
import { TooManyWebhooks } from '#payments/errors'
import { throughGate } from '#payments/services/webhook_gate'

test.group('the gate of web hooks', () => {
  test('keeps a flood of one gateway from the others', async ({ assert }) => {
    let end = () => {}
    const held = new Promise<void>((resolve) => (end = resolve))
    const flood = Array.from({ length: 64 }, () => throughGate('stripe', () => held))
    const one = () => throughGate('stripe', async () => 'in')
    await assert.rejects(one, TooManyWebhooks.message)
    assert.equal(await throughGate('paypal', async () => 'in'), 'in')
    end()
    await Promise.all(flood)
    assert.equal(await one(), 'in')
  })
})
