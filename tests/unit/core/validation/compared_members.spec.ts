import vine from '@vinejs/vine'
import { test } from '@japa/runner'
import { prices } from '#catalogue/validators/fields'
import { moneyRange } from '#core/validation/rules'

/** What cannot be compared with a number: JSON can bring it. */
const HOSTILE = { toString: 'x', valueOf: 1 }

/** The fields that are refused. */
async function refusedOf(validator: { validate(input: unknown): Promise<unknown> }, input: object) {
  const failure: any = await validator.validate(input).then(
    () => undefined,
    (error) => error
  )
  if (failure && !failure.messages) throw failure
  return (failure?.messages ?? []).map(({ field }: { field: string }) => field)
}

test.group('members that are compared with each other', () => {
  test('are refused when one is no number, and when they are the wrong way round', async ({
    assert,
  }) => {
    const range = vine.create({ range: moneyRange() })
    const of = (min: unknown, max: unknown) =>
      refusedOf(range, { range: { min, max, currency: 'EUR' } })
    assert.deepEqual(await of(1, 1), [])
    assert.deepEqual(await of(2, 1), ['range.max'])
    for (const min of [HOSTILE, [HOSTILE], '1', null])
      assert.deepEqual(await of(min, 1), ['range.min'], JSON.stringify(min))

    const priced = vine.create({ prices: prices() })
    const cost = (amount: unknown, compareAt: unknown) =>
      refusedOf(priced, { prices: [{ amount, currency: 'EUR', compareAt }] })
    assert.deepEqual(await cost(1, 2), [])
    assert.deepEqual(await cost(2, 2), ['prices.0.compareAt'])
    for (const amount of [HOSTILE, [HOSTILE], '1', null])
      assert.deepEqual(await cost(amount, 1), ['prices.0.amount'], JSON.stringify(amount))
  })
})
