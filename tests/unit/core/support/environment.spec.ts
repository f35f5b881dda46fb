import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import { duration, neededBy, timeZone } from '../../../../start/env_rules.js'

test.group('environment', () => {
  test('{name}={value} stops the start with a sentence that names it')
    .with([
      { name: 'TZ', value: 'Mars/Olympus', more: {} },
      { name: 'JWT_EXPIRE', value: 'soon', more: {} },
      { name: 'REFRESH_TOKEN_EXPIRE', value: '30', more: {} },
      { name: 'S3_BUCKET', value: '', more: { DRIVE_DISK: 's3' } },
      { name: 'TWILIO_AUTH_TOKEN', value: '', more: { SMS_DRIVER: 'twilio' } },
      { name: 'EMAIL_HOST', value: '', more: { MAIL_DRIVER: 'smtp' } },
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
})
