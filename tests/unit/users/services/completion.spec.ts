import { test } from '@japa/runner'
import { completionOf, type AccountFacts } from '#users/services/completion'
import { onboardingOf } from '#users/services/onboarding'

const nobody: AccountFacts = {
  role: 'client',
  name: 'N',
  email: 'n@example.test',
  phone: null,
  country: null,
  hasAvatar: false,
  hasPreferences: false,
  companyName: null,
  roleInOrganization: null,
  businessType: null,
  description: null,
}

test.group('completionOf', () => {
  test('names what a new client lacks', ({ assert }) => {
    const { percentage, missing } = completionOf(nobody)
    assert.equal(percentage, 20)
    assert.includeMembers(missing, ['phone', 'country', 'avatar', 'companyName', 'preferences'])
  })

  test('asks a private client for no company', ({ assert }) => {
    const { missing } = completionOf({ ...nobody, businessType: 'individual' })
    assert.notIncludeMembers(missing, ['companyName'])
    assert.notIncludeMembers(missing, ['roleInOrganization'])
  })

  test('is 100 when all is there', ({ assert }) => {
    const facts = {
      ...nobody,
      phone: '+4930123456',
      country: 'DE',
      hasAvatar: true,
      hasPreferences: true,
      businessType: 'individual',
      description: 'x',
    }
    assert.deepEqual(completionOf(facts), { percentage: 100, missing: [] })
  })
})

test.group('onboardingOf', () => {
  test('lists the steps of the role, with what each lacks', ({ assert }) => {
    const steps = onboardingOf({ ...nobody, country: 'DE' }, 1)
    assert.deepEqual(
      steps.map(({ name, isComplete }) => [name, isComplete]),
      [
        ['basics', true],
        ['profile', false],
        ['preferences', false],
      ]
    )
    assert.deepEqual(onboardingOf({ ...nobody, role: 'hr' }, 0), [
      { name: 'basics', isComplete: false, missing: [] },
    ])
  })
})
