import { setTimeout as sleep } from 'node:timers/promises'
import env from '#start/env'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import StreamOrders from '#orders/queries/stream_orders'
import { actorOfRole } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { placePaidOrder } from '#tests/helpers/shopping'

test.group('orders.staff.exports.show', () => {
  test('gives every order once, as text that no spreadsheet runs', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const names = ['=1+1', '+49', '-2', '@me', '\tTab', 'Quote " and, comma', 'Größe']
    const { variantId } = await makeListing({ prices: [{ currency: 'EUR', amount: 1_234 }] })
    const expected: string[][] = []
    for (const name of names) {
      const buyer = await actorOfRole('client', { name })
      const { order } = await placePaidOrder([variantId], buyer)
      expected.push([order.id, name])
    }
    const response = await client
      .get('/api/v1/orders/export')
      .qs({ currency: 'EUR', since: '2020-01-01' })
      .headers(admin.headers)
    response.assertStatus(200)
    assert.match(response.header('content-type')!, /^text\/csv/)
    const lines = response.text().split('\r\n')
    assert.equal(
      lines[0],
      'id,number,status,source,client_id,client_name,client_email,partners,currency,goods,' +
        'discount,shipping,tax,total,refunded,invoice_number,created_at,paid_at'
    )
    const rowOf = (id: string) => lines.filter((line) => line.startsWith(id))
    for (const [id, name] of expected) {
      const rows = rowOf(id)
      assert.lengthOf(rows, 1)
      const shown = /^[=+@\t]/.test(name) ? `'${name}` : name
      const quoted =
        /["\t,]/.test(shown) && !shown.includes('\t') ? `"${shown.replaceAll('"', '""')}"` : shown
      assert.include(rows[0], `,${quoted},`)
      assert.match(rows[0], /,EUR,12\.34,0\.00,/)
    }
    const orders = await db.from('orders').where('currency', 'EUR').count('* as total')
    assert.equal(lines.length - 2, Number(orders[0].total))
  })

  test('stops with its reader, and breaks off when the database does', async ({
    assert,
    cleanup,
  }) => {
    const { headers } = await actorOfRole('admin')
    const url = `http://${env.get('HOST')}:${env.get('PORT')}/api/v1/orders/export`
    const before = StreamOrders.prototype.execute
    cleanup(() => {
      StreamOrders.prototype.execute = before
    })
    let hasEnded = false
    StreamOrders.prototype.execute = async function* () {
      try {
        for (;;) yield [['x'.repeat(10_000)]]
      } finally {
        hasEnded = true
      }
    }
    const gone = new AbortController()
    const endless = await fetch(url, { headers, signal: gone.signal })
    await endless.body!.getReader().read()
    gone.abort()
    for (let waited = 0; !hasEnded && waited < 100; waited++) await sleep(50)
    assert.isTrue(hasEnded)

    StreamOrders.prototype.execute = async function* () {
      yield [['x']]
      await sleep(50)
      throw new Error('the database is gone')
    }
    const broken = await fetch(url, { headers })
    await assert.rejects(() => broken.text())
  })
})
