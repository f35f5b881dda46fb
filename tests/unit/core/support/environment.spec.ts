import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import {
  duration,
  issuer,
  listNeededBy,
  neededBy,
  neededBySetting,
  paths,
  timeZone,
} from '../../../../start/env_rules.js'

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
      { name: 'OIDC_GOOGLE_CLIENT_SECRET', value: '', more: { OIDC_GOOGLE_CLIENT_ID: 'x' } },
      { name: 'OIDC_AZURE_ISSUER', value: 'http://login.example.test', more: {} },
      { name: 'OIDC_GOOGLE_DISCOVERY_URL', value: 'http://login.example.test/openid', more: {} },
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

  test('an outside log-in that is half configured is named', ({ assert, cleanup }) => {
    cleanup(() => {
      delete process.env.OIDC_AZURE_CLIENT_ID
      delete process.env.OIDC_AZURE_AUDIENCES
    })
    const id = neededBySetting('OIDC_AZURE_CLIENT_SECRET', 'OIDC_AZURE_AUDIENCES')
    const azure = issuer('', 'OIDC_AZURE_CLIENT_ID')
    assert.equal(id('OIDC_AZURE_CLIENT_ID'), '')
    assert.equal(azure('OIDC_AZURE_ISSUER'), '')
    process.env.OIDC_AZURE_AUDIENCES = 'an app'
    assert.throws(() => id('OIDC_AZURE_CLIENT_ID'), /CLIENT_ID is missing: OIDC_AZURE_AUDIENCES/)
    process.env.OIDC_AZURE_CLIENT_ID = 'x'
    assert.throws(() => azure('OIDC_AZURE_ISSUER'), /OIDC_AZURE_ISSUER is missing/)
    assert.equal(azure('OIDC_AZURE_ISSUER', 'http://127.0.0.1:9'), 'http://127.0.0.1:9')
    for (const wrong of ['login.test', 'ftp://login.test', 'http://127.0.0.1.evil.test'])
      assert.throws(() => azure('OIDC_AZURE_ISSUER', wrong), /must be an https address/)
    const allowed = paths(['/auth/callback'])
    assert.deepEqual(allowed('OIDC_RETURN_PATHS', '/in, /staff/in'), ['/in', '/staff/in'])
    for (const wrong of ['//evil.test', 'https://evil.test', '/a?b', '/a/../b', '@evil.test'])
      assert.throws(() => allowed('OIDC_RETURN_PATHS', wrong), /OIDC_RETURN_PATHS must be paths/)
  })
})
