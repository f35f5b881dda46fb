import { test } from '@japa/runner'
import type { GatewayPaymentStatus } from '#payments/gateways/gateway'
import { LIVE_PAYMENT, PAYMENT_MOVES, PAYMENT_STATUSES, sourcesOf } from '#payments/services/states'

/** Where a payment ends when it hears all of these, in this order. */
function endOf(news: GatewayPaymentStatus[]): GatewayPaymentStatus {
  let status: GatewayPaymentStatus = 'created'
  for (const next of news) if (sourcesOf(next).includes(status)) status = next
  return status
}

function permutations<T>(list: T[]): T[][] {
  if (list.length <= 1) return [list]
  return list.flatMap((first, at) =>
    permutations(list.filter((_, index) => index !== at)).map((rest) => [first, ...rest])
  )
}

test.group('the moves of a payment', () => {
  test('nothing undoes a capture', ({ assert }) => {
    assert.deepEqual(PAYMENT_MOVES.captured, [])
    const others = PAYMENT_STATUSES.filter((status) => status !== 'captured')
    assert.sameMembers(sourcesOf('captured'), others)
  })

  test('all news that hold a capture end in it, in whatever order they come', ({ assert }) => {
    const ends = new Set(permutations(PAYMENT_STATUSES).map(endOf))
    assert.deepEqual([...ends], ['captured'])
  })

  test('no move leads back to an earlier rank', ({ assert }) => {
    const rank = (status: GatewayPaymentStatus) => LIVE_PAYMENT.indexOf(status)
    for (const from of LIVE_PAYMENT)
      for (const to of PAYMENT_MOVES[from])
        if (LIVE_PAYMENT.includes(to)) assert.isAbove(rank(to), rank(from))
  })
})
