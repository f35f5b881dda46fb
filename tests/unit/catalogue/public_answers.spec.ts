import { test } from '@japa/runner'
import { forgetAnswers, publicAnswer } from '#catalogue/services/public_answers'
import { clock, SECOND } from '#core/support/clock'
import { unique } from '#tests/helpers/actors'

test.group('publicAnswer', (group) => {
  group.each.teardown(() => {
    clock.reset()
    forgetAnswers()
  })

  /** An answer that counts how often it was made. */
  function counted() {
    let made = 0
    return { make: async () => ({ made: ++made }), times: () => made }
  }

  test('is made once for many who ask at the same time, and for a second', async ({ assert }) => {
    const { make, times } = counted()
    const key = unique()
    const all = await Promise.all([1, 2, 3].map(() => publicAnswer(key, make)))
    assert.deepEqual(
      all.map(({ text }) => text),
      ['{"made":1}', '{"made":1}', '{"made":1}']
    )
    await publicAnswer(key, make)
    assert.equal(times(), 1)
    clock.travel(SECOND + 1)
    assert.equal((await publicAnswer(key, make)).text, '{"made":2}')
  })

  test('is not kept when something changed while it was made', async ({ assert }) => {
    const { make, times } = counted()
    const key = unique()
    let goOn = () => {}
    const held = publicAnswer(key, async () => {
      await new Promise<void>((resolve) => (goOn = resolve))
      return make()
    })
    forgetAnswers()
    const fresh = await publicAnswer(key, make)
    goOn()
    assert.equal((await held).text, '{"made":2}')
    assert.equal(fresh.text, '{"made":1}')
    assert.equal((await publicAnswer(key, make)).text, '{"made":1}')
    assert.equal(times(), 2)
  })

  test('that cannot be made is asked for again', async ({ assert }) => {
    const key = unique()
    const fail = async () => {
      throw new Error('away')
    }
    await assert.rejects(() => publicAnswer(key, fail), 'away')
    assert.equal((await publicAnswer(key, async () => 1)).text, '1')
  })

  test('keeps only so many', async ({ assert }) => {
    const first = counted()
    const key = unique()
    await publicAnswer(key, first.make)
    for (let other = 0; other < 500; other++) await publicAnswer(unique(), async () => other)
    await publicAnswer(key, first.make)
    assert.equal(first.times(), 2)
  })
})
