import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { pollDue } from '#core/scheduler/due_rows'
import { clock, HOUR } from '#core/support/clock'
import { paidOrder } from '#tests/helpers/refunds'

test.group('pollDue', () => {
  test('asks for every due row once, also when each of them fails', async ({ assert }) => {
    const planned: string[] = []
    for (let i = 0; i < 3; i++) {
      const { paymentId } = await paidOrder()
      await db
        .from('payments')
        .where('id', paymentId)
        .update({ poll_at: clock.now() - HOUR - i })
      planned.push(paymentId)
    }
    const asked: string[] = []
    await pollDue('payments', 'payment', async (id) => {
      asked.push(id)
      throw new Error('the gateway is away')
    })
    assert.includeMembers(asked, planned)
    assert.lengthOf(new Set(asked), asked.length)
    await db.from('payments').whereIn('id', planned).update({ poll_at: null })
  })
})
