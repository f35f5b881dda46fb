import { test } from '@japa/runner'
import { addressKey } from '#core/support/address_key'

test.group('addressKey', () => {
  test('takes an IPv4 address for itself, also when it is written as IPv6', ({ assert }) => {
    assert.equal(addressKey('192.0.2.7'), '192.0.2.7')
    assert.equal(addressKey('::ffff:192.0.2.7'), '192.0.2.7')
    assert.equal(addressKey('::FFFF:192.0.2.7'), '192.0.2.7')
  })

  test('takes a whole /64 for one, in every spelling, and no more than that', ({ assert }) => {
    const home = addressKey('2001:db8:0:1::1')
    for (const other of [
      '2001:db8:0:1::2',
      '2001:0DB8:0000:0001:ffff:ffff:ffff:ffff',
      '2001:db8:0:1:1:2:3:4',
      '2001:db8:0:1::192.0.2.7',
    ])
      assert.equal(addressKey(other), home, other)
    for (const other of ['2001:db8:0:2::1', '2001:db8::1', '2001:db8:1::1', '::1', 'fe80::1%eth0'])
      assert.notEqual(addressKey(other), home, other)
    assert.equal(addressKey('::1'), addressKey('0:0:0:0:0:0:0:1'))
    assert.equal(addressKey('fe80::1%eth0'), addressKey('fe80::2'))
  })
})
