import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import ConfirmSecondFactor from '#auth/actions/confirm_second_factor'
import StartSecondFactor from '#auth/actions/start_second_factor'
import User from '#users/models/user'
import { actorOfRole } from '#tests/helpers/actors'
import { CUSTOMERS } from '#tests/helpers/customers'
import { asActor } from '#tests/helpers/marketplace'
import { codeSentTo } from '#tests/helpers/outbox'

test.group('the number of an account, changed by staff', () => {
  test('stays while it is the second factor', async ({ client, assert }) => {
    const { headers } = await actorOfRole('admin')
    const phone = `+49156${String(Date.now()).slice(-8)}`
    const proven = { phone, phoneVerifiedAt: 1 }
    const { user } = await actorOfRole('client', { ...proven, twoFactor: 'sms' })
    for (const change of [`${phone}1`, null]) {
      const response = await client
        .put(`${CUSTOMERS}/${user.id}`)
        .headers(headers)
        .json({ phone: change, name: 'Ada' })
      response.assertStatus(409)
      assert.equal(response.body().errors[0].code, 'E_NUMBER_IS_SECOND_FACTOR')
    }
    const row = await db.from('users').where('id', user.id).firstOrFail()
    assert.deepEqual([row.phone, Number(row.phone_verified_at)], [phone, 1])
    assert.equal(row.name, user.name)
  })

  test('takes the codes along that went to the one before', async ({ client, assert }) => {
    const person = await actorOfRole('client', {
      phone: `+49157${String(Date.now()).slice(-8)}`,
      phoneVerifiedAt: 1,
    })
    const { phone } = person.user
    await new StartSecondFactor().execute({ actor: asActor(person), method: 'sms' })
    const code = await codeSentTo(phone!)
    const { headers } = await actorOfRole('admin')
    const changed = await client
      .put(`${CUSTOMERS}/${person.user.id}`)
      .headers(headers)
      .json({ phone: `${phone}1` })
    changed.assertStatus(200)
    await assert.rejects(() => new ConfirmSecondFactor().execute({ actor: asActor(person), code }))
    assert.equal((await User.findOrFail(person.user.id)).twoFactor, 'off')
  })
})
