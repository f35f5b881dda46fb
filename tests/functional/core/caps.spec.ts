/*
 * What is costly or scarce, asked for by one person all day long (A12): exactly the cap passes, and
 * what was counted is what left.
 */
import { randomInt } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import SendPhoneCode from '#auth/actions/send_phone_code'
import SendStepUpCode from '#auth/actions/send_step_up_code'
import { CodesExhausted } from '#auth/errors'
import { openLogIn } from '#auth/services/log_ins'
import { write } from '#core/database/write'
import { clock, DAY, HOUR, parseDuration } from '#core/support/clock'
import PlaceOrder from '#orders/actions/place_order'
import { TooManyUnpaidOrders } from '#orders/errors'
import ExpireOrdersTask from '#orders/tasks/expire_orders_task'
import RequestExport from '#privacy/actions/request_export'
import { TooManyExports } from '#privacy/errors'
import env from '#start/env'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing, variantRow } from '#tests/helpers/catalogue'
import { asActor } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo, textsTo } from '#tests/helpers/outbox'
import { setSetting } from '#tests/helpers/settings'
import { fillCart } from '#tests/helpers/shopping'
import { sized } from '#tests/helpers/sizes'

const ATTEMPTS = sized({ full: 1_000, small: 120 })
/** so often in a day, two hours apart, some attempts are made at once */
const RUSHES = 12
const IN_A_RUSH = Math.ceil(ATTEMPTS / RUSHES)
const DAILY = 10
const UNPAID = 5

/** Attempts at once. @returns what those that passed gave */
async function rush<Given>(
  attempt: () => Promise<Given>,
  refusal: abstract new (...args: any[]) => Error,
  count = IN_A_RUSH
): Promise<Given[]> {
  const settled = await Promise.allSettled(Array.from({ length: count }, attempt))
  for (const one of settled)
    if (one.status === 'rejected' && !(one.reason instanceof refusal)) throw one.reason
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

/** Somebody with all that codes can be sent to, on a device that the account knows. */
async function reachable() {
  const phone = `+49151${randomInt(10_000_000, 99_999_999)}`
  const overrides = { phone, phoneVerifiedAt: 1, twoFactor: 'email' as const }
  const person = await actorOfRole('client', overrides)
  const origin = { ip: '127.0.0.1', userAgent: 'test', deviceToken: null }
  const { tokens } = await write((trx) =>
    openLogIn(trx, person.user, { transport: 'bearer', origin })
  )
  return { person, phone, email: person.user.email!, deviceToken: tokens.deviceToken }
}

async function counted({ user }: TestActor, kind: string): Promise<number> {
  const rows = await db
    .from('usage_counters')
    .where({ subject: user.id, kind: `${kind}:day` })
    .select('used')
  return rows.reduce((sum, { used }) => sum + Number(used), 0)
}

const withCode = (messages: string[]) =>
  messages.filter((text) => /code is \d{6}/.test(text)).length

test.group('what is costly or scarce', (group) => {
  group.each.setup(() => {
    clock.travel(DAY - (clock.now() % DAY)) // a day of UTC begins
    return () => clock.reset()
  })

  test('is given ten times a day: texts, mailed codes, exports', async ({ assert }) => {
    const { person, phone, email, deviceToken } = await reachable()
    const actor = asActor(person)
    const mailed: unknown[] = []
    const exported = new Set<string>()
    for (let n = 0; n < RUSHES; n++) {
      await rush(() => new SendPhoneCode().execute({ phone, deviceToken }), CodesExhausted)
      mailed.push(
        ...(await rush(
          () => new SendStepUpCode().execute({ actor, channel: 'email' }),
          CodesExhausted
        ))
      )
      for (const { id } of await rush(() => new RequestExport().execute({ actor }), TooManyExports))
        exported.add(id)
      await drainOutbox()
      clock.travel((24 / RUSHES) * HOUR)
    }
    const left = {
      texts: withCode(await textsTo(phone)),
      mails: withCode(await mailsTo(email)),
      exports: (await db.from('data_exports').where({ user_id: actor.id, status: 'ready' })).length,
    }
    console.log(
      `      ${RUSHES * IN_A_RUSH} attempts of each: ${left.texts} texts, ${left.mails} mails, ` +
        `${left.exports} exports`
    )
    assert.deepEqual(left, { texts: DAILY, mails: DAILY, exports: DAILY })
    assert.deepEqual([mailed.length, exported.size], [DAILY, DAILY])
    for (const kind of ['texted_codes', 'mailed_codes', 'exports'])
      assert.equal(await counted(person, kind), DAILY, kind)
    // the day is over
    assert.lengthOf(await rush(() => new RequestExport().execute({ actor }), TooManyExports, 1), 1)
  }).timeout(300_000)

  test('is kept from others five times at once: unpaid orders', async ({ assert, cleanup }) => {
    const most = env.get('MAX_UNPAID_ORDERS')
    setSetting('MAX_UNPAID_ORDERS', UNPAID)
    cleanup(() => setSetting('MAX_UNPAID_ORDERS', most))
    const { variantId } = await makeListing({ stock: ATTEMPTS })
    const buyer = await actorOfRole('client')
    const place = async () => new PlaceOrder().execute({ actor: asActor(buyer) })
    const placed = async () => {
      let count = 0
      await fillCart(buyer, [variantId])
      for (let n = 0; n < ATTEMPTS; n++) {
        const passed = (await rush(place, TooManyUnpaidOrders, 1)).length
        if (passed > 0) await fillCart(buyer, [variantId])
        count += passed
      }
      return count
    }
    const first = await placed()
    const kept = Number((await variantRow(variantId)).reserved)
    clock.travel(parseDuration(env.get('ORDER_EXPIRES')) + 1)
    await new ExpireOrdersTask().run()
    assert.equal(Number((await variantRow(variantId)).reserved), 0)
    const second = await placed()
    console.log(
      `      ${ATTEMPTS} attempts: ${first} unpaid orders, ${kept} pieces kept; ` +
        `${second} more when they are over`
    )
    assert.deepEqual([first, kept, second], [UNPAID, UNPAID, UNPAID])
  }).timeout(300_000)
})
