import { test } from '@japa/runner'
import env from '#start/env'
import { kindOfId, LISTING_ID } from '#catalogue/services/kinds'
import { firstModeration, isModerated } from '#catalogue/services/moderation'
import { newId } from '#core/support/ids'

test.group('moderation', (group) => {
  group.each.teardown(() => env.set('LISTING_MODERATION', 'manual'))

  test('waits for staff by hand, and never for staff themselves', ({ assert }) => {
    assert.equal(firstModeration({ role: 'partner' }), 'pending')
    assert.equal(firstModeration({ role: 'admin' }), 'approved')
    assert.isTrue(isModerated({ role: 'partner' }))
  })

  test('is given at once when nobody looks', ({ assert }) => {
    env.set('LISTING_MODERATION', 'auto')
    assert.equal(firstModeration({ role: 'partner' }), 'approved')
    assert.isFalse(isModerated({ role: 'partner' }))
  })
})

test.group('the ids of listings', () => {
  test('say their kind', ({ assert }) => {
    for (const kind of ['product', 'package', 'event'] as const) {
      assert.equal(kindOfId(newId(kind)), kind)
      assert.match(newId(kind), LISTING_ID)
    }
    assert.isUndefined(kindOfId(newId('order')))
    assert.notMatch(newId('order'), LISTING_ID)
    assert.notMatch(`${newId('product')}x`, LISTING_ID)
  })
})
