import { test } from '@japa/runner'
import {
  CANCELLABLE,
  orderStatusOf,
  PART_MOVES,
  PART_STATUSES,
  type PartStatus,
} from '#orders/services/states'

const part = (status: PartStatus, refunded = 0) => ({
  status,
  total_amount: 100,
  refunded_amount: refunded,
})

test.group('PART_MOVES', () => {
  test('leads nowhere but to states it knows, and from each to an end', ({ assert }) => {
    const known = new Set<string>(PART_STATUSES)
    const reaches = (from: PartStatus, seen = new Set<string>()): boolean => {
      if (PART_MOVES[from].length === 0) return true
      if (seen.has(from)) return false
      return (PART_MOVES[from] as readonly PartStatus[]).some((to) =>
        reaches(to, new Set([...seen, from]))
      )
    }
    for (const from of PART_STATUSES) {
      for (const to of PART_MOVES[from]) assert.isTrue(known.has(to), `${from} -> ${to}`)
      assert.isTrue(reaches(from), `${from} has no end`)
    }
  })

  test('cancels nothing that has left the house', ({ assert }) => {
    const left: PartStatus[] = ['shipped', 'submitted', 'delivered', 'completed', 'cancelled']
    assert.deepEqual(
      CANCELLABLE.toSorted(),
      PART_STATUSES.filter((status) => !left.includes(status)).toSorted()
    )
  })
})

test.group('orderStatusOf', () => {
  const cases: [string, ReturnType<typeof part>[], boolean, string][] = [
    ['unpaid', [part('awaiting_payment'), part('awaiting_payment')], false, 'awaiting_payment'],
    ['never paid', [part('cancelled')], true, 'expired'],
    ['all cancelled', [part('cancelled'), part('cancelled')], false, 'cancelled'],
    ['cancelled and paid back', [part('cancelled', 100)], false, 'refunded'],
    ['paid back after delivery', [part('delivered', 100)], false, 'refunded'],
    ['fresh', [part('placed'), part('placed')], false, 'placed'],
    ['one accepted', [part('placed'), part('accepted')], false, 'processing'],
    ['one shipped', [part('placed'), part('shipped')], false, 'partially_shipped'],
    ['shipped, the rest cancelled', [part('shipped'), part('cancelled')], false, 'shipped'],
    ['shipped and handed in', [part('shipped'), part('submitted')], false, 'shipped'],
    ['sent back', [part('revision_requested')], false, 'processing'],
    ['one delivered', [part('delivered'), part('shipped')], false, 'partially_delivered'],
    ['all delivered', [part('delivered'), part('completed')], false, 'delivered'],
    ['all completed', [part('completed'), part('cancelled')], false, 'completed'],
  ]
  for (const [title, parts, isExpired, expected] of cases)
    test(`${title}: ${expected}`, ({ assert }) => {
      assert.equal(orderStatusOf(parts, isExpired), expected)
    })
})
