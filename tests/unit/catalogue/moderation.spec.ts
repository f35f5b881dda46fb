import { test } from '@japa/runner'
import { LISTING_ID } from '#catalogue/services/kinds'
import { firstModeration, isModerated } from '#catalogue/services/moderation'
import { newId } from '#core/support/ids'
import { setSetting } from '#tests/helpers/settings'

test.group('moderation', (group) => {
  group.each.teardown(() => setSetting('LISTING_MODERATION', 'manual'))

  test('waits for staff by hand, and never for staff themselves', ({ assert }) => {
    assert.equal(firstModeration({ role: 'partner' }), 'pending')
    assert.equal(firstModeration({ role: 'admin' }), 'approved')
    assert.isTrue(isModerated({ role: 'partner' }))
  })

  test('is given at once when nobody looks', ({ assert }) => {
    setSetting('LISTING_MODERATION', 'auto')
    assert.equal(firstModeration({ role: 'partner' }), 'approved')
    assert.isFalse(isModerated({ role: 'partner' }))
  })
})

test.group('the ids of listings', () => {
  test('are told from all others', ({ assert }) => {
    for (const kind of ['product', 'package', 'event'] as const)
      assert.match(newId(kind), LISTING_ID)
    assert.notMatch(newId('order'), LISTING_ID)
    assert.notMatch(`${newId('product')}x`, LISTING_ID)
  })
})
