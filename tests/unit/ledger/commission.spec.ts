import { test } from '@japa/runner'
import { commissionBps, type CommissionRule } from '#ledger/services/commission'

const ANY = { name: 'rule', partnerId: null, categoryId: null, listingKind: null }
const SALE = { partnerId: 'prt_1', categoryIds: ['cat_leaf', 'cat_root'], listingKind: 'product' }

const bpsOf = (rules: Partial<CommissionRule>[], sale: object = {}) =>
  commissionBps(
    { rules: rules.map((rule, at) => ({ ...ANY, bps: (at + 1) * 100, ...rule })) },
    { ...SALE, ...sale }
  )

test.group('commissionBps', () => {
  test('is COMMISSION_BPS without a rule that holds', ({ assert }) => {
    assert.equal(bpsOf([]), 1000)
    assert.equal(bpsOf([{ partnerId: 'prt_2' }, { listingKind: 'event' }]), 1000)
  })

  test('the first rule that holds decides', ({ assert }) => {
    assert.equal(bpsOf([{ partnerId: 'prt_2' }, {}, { partnerId: 'prt_1' }]), 200)
    assert.equal(bpsOf([{ bps: 0 }, {}]), 0)
  })

  test('all conditions of a rule must hold', ({ assert }) => {
    const both = { partnerId: 'prt_1', categoryId: 'cat_root', listingKind: 'product' } as const
    assert.equal(bpsOf([both]), 100)
    assert.equal(bpsOf([both], { partnerId: 'prt_2' }), 1000)
    assert.equal(bpsOf([both], { categoryIds: ['cat_leaf'] }), 1000)
    assert.equal(bpsOf([both], { listingKind: 'package' }), 1000)
  })

  test('a category holds for what is below it', ({ assert }) => {
    assert.equal(bpsOf([{ categoryId: 'cat_root' }]), 100)
    assert.equal(bpsOf([{ categoryId: 'cat_leaf' }]), 100)
    assert.equal(bpsOf([{ categoryId: 'cat_leaf' }], { categoryIds: ['cat_root'] }), 1000)
  })

  test('a line without a listing meets no condition about one', ({ assert }) => {
    const bare = { categoryIds: [], listingKind: null }
    assert.equal(bpsOf([{ categoryId: 'cat_root' }, { listingKind: 'product' }], bare), 1000)
    assert.equal(bpsOf([{ partnerId: 'prt_1' }], bare), 100)
  })
})
