import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import { duration, listNeededBy, neededBy, timeZone } from '../../../../start/env_rules.js'

test.group('environment', () => {
  test('{name}={value} stops the start with a sentence that names it')
    .with([
      { name: 'TZ', value: 'Mars/Olympus', more: {} },
      { name: 'JWT_EXPIRE', value: 'soon', more: {} },
      { name: 'REFRESH_TOKEN_EXPIRE', value: '30', more: {} },
      { name: 'S3_BUCKET', value: '', more: { DRIVE_DISK: 's3' } },
      { name: 'TWILIO_AUTH_TOKEN', value: '', more: { SMS_DRIVER: 'twilio' } },
      { name: 'EMAIL_HOST', value: '', more: { MAIL_DRIVER: 'smtp' } },
      { name: 'STRIPE_SECRET_KEY', value: '', more: { PAYMENT_GATEWAYS: 'sandbox, stripe' } },
    ])
    .run(({ assert }, { name, value, more }) => {
      const args = ['--import=@poppinss/ts-exec', 'bin/server.ts']
      const env = { ...process.env, ...more, [name]: value }
      const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
      assert.equal(status, 1)
      assert.include(stderr, 'The environment is not right:')
      assert.include(stderr, name)
      assert.notInclude(stderr, '    at ')
    })
    .timeout(120_000)

  test('good values pass', ({ assert }) => {
    assert.equal(duration('15m')('JWT_EXPIRE', '45s'), '45s')
    assert.equal(duration('15m')('JWT_EXPIRE'), '15m')
    assert.equal(timeZone('UTC')('TZ', 'Africa/Cairo'), 'Africa/Cairo')
    assert.equal(neededBy('DRIVE_DISK', 's3')('S3_BUCKET'), '')
    assert.throws(() => duration('15m')('JWT_EXPIRE', '0m'), /JWT_EXPIRE/)
  })

  test('a vendor needs its settings when it is one of the gateways', ({ assert, cleanup }) => {
    const before = process.env.PAYMENT_GATEWAYS
    cleanup(() => {
      if (before === undefined) delete process.env.PAYMENT_GATEWAYS
      else process.env.PAYMENT_GATEWAYS = before
    })
    const hook = (value?: string) =>
      listNeededBy('PAYMENT_GATEWAYS', 'stripe')('STRIPE_WEBHOOK_SECRET', value)
    process.env.PAYMENT_GATEWAYS = 'sandbox, paypal'
    assert.deepEqual(hook(), [])
    process.env.PAYMENT_GATEWAYS = 'sandbox, stripe'
    assert.throws(() => hook(' '), /STRIPE_WEBHOOK_SECRET is missing: PAYMENT_GATEWAYS=stripe/)
    assert.throws(() => hook(' , '), /STRIPE_WEBHOOK_SECRET is missing/)
    assert.deepEqual(hook('new, old'), ['new', 'old'])
  })
})
