import { test } from '@japa/runner'
import { completionPercentage, missingForVerification } from '#partners/services/completion'
import { maskedPayoutDetails, sealPayoutDetails } from '#partners/services/payout_details'
import { searchWords } from '#partners/services/search_words'

test.group('searchWords', () => {
  test('takes words of any script, and neither signs nor stop words', ({ assert }) => {
    assert.deepEqual(searchWords('The "Łódź" +studio* of 東京'), ['łódź', 'studio', '東京'])
    assert.deepEqual(searchWords('+-*"()~<>@'), [])
    assert.lengthOf(searchWords(Array.from({ length: 20 }, (_, i) => `w${i}`).join(' ')), 8)
  })
})

test.group('completion', () => {
  const partner = {
    bio: null,
    locationId: null,
    rateCurrency: null,
    languages: [],
    website: null,
    bannerFileId: null,
    payoutDetails: null,
  }

  test('asks for bio, categories and place before a verification', ({ assert }) => {
    assert.deepEqual(missingForVerification({ partner, categoryIds: [], platforms: [] }), [
      'bio',
      'categories',
      'locationId',
    ])
    const filled = { ...partner, bio: 'x', locationId: 'loc' }
    assert.isEmpty(missingForVerification({ partner: filled, categoryIds: ['c'], platforms: [] }))
  })

  test('counts ten fields', ({ assert }) => {
    assert.equal(completionPercentage([]), 100)
    assert.equal(completionPercentage(['bio', 'rates']), 80)
  })
})

test.group('payout details', () => {
  test('are unreadable in the database and masked in answers', ({ assert }) => {
    const details = {
      accountHolder: 'P',
      accountNumber: 'DE89370400440532013000',
      bankName: 'B',
      country: 'DE',
    }
    const sealed = sealPayoutDetails(details)
    assert.notInclude(sealed, '0532013000')
    assert.equal(maskedPayoutDetails(sealed)!.accountNumber, '••••3000')
  })
})
