import { test } from '@japa/runner'
import { factorMethodsOf, proofMethodsOf } from '#auth/services/factor_methods'
import type User from '#users/models/user'

const account = (twoFactor: string, more: Partial<User> = {}) =>
  ({
    twoFactor,
    email: 'p@example.test',
    emailVerifiedAt: 1,
    phone: '+4915112345678',
    phoneVerifiedAt: 1,
    passwordHash: 'hash',
    ...more,
  }) as User

test.group('methods of a second factor', () => {
  test('what was chosen comes first, and nothing weaker stands in for it', ({ assert }) => {
    assert.deepEqual(factorMethodsOf(account('totp'), 3), ['totp', 'recovery'])
    assert.deepEqual(factorMethodsOf(account('sms'), 0), ['sms'])
    assert.deepEqual(factorMethodsOf(account('email'), 1), ['email', 'sms', 'recovery'])
  })

  test('only confirmed addresses and numbers count', ({ assert }) => {
    assert.deepEqual(factorMethodsOf(account('email', { phoneVerifiedAt: null }), 0), ['email'])
    assert.deepEqual(factorMethodsOf(account('email', { emailVerifiedAt: null }), 0), ['sms'])
    assert.deepEqual(factorMethodsOf(account('sms', { phoneVerifiedAt: null }), 2), ['recovery'])
  })

  test('one channel does not count twice', ({ assert }) => {
    assert.deepEqual(factorMethodsOf(account('sms'), 0, 'sms'), ['email'])
    assert.deepEqual(factorMethodsOf(account('email'), 0, 'sms'), ['email'])
    assert.deepEqual(factorMethodsOf(account('totp'), 0, 'sms'), ['totp'])
    assert.deepEqual(factorMethodsOf(account('sms', { emailVerifiedAt: null }), 0, 'sms'), [])
  })

  test('a step-up takes the second factor, else the password, else a mail', ({ assert }) => {
    assert.deepEqual(proofMethodsOf(account('totp'), 0), ['totp'])
    assert.deepEqual(proofMethodsOf(account('off'), 0), ['password'])
    assert.deepEqual(proofMethodsOf(account('off', { passwordHash: null }), 0), ['email'])
    const phoneOnly = { passwordHash: null, email: null }
    assert.deepEqual(proofMethodsOf(account('off', phoneOnly), 0), ['sms'])
  })
})
