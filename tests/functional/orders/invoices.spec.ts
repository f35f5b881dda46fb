import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { extractText, getDocumentProxy } from 'unpdf'
import { formatMoney, money } from '#core/support/money'
import RenderInvoice from '#orders/listeners/render_invoice'
import GetOrder from '#orders/queries/get_order'
import { printable } from '#orders/services/printable'
import { renderInvoice } from '#orders/services/render_invoice'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { drainOutbox } from '#tests/helpers/outbox'
import { placeOrder, placePaidOrder } from '#tests/helpers/shopping'

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { text } = await extractText(document, { mergePages: true })
  return text
}

/** What stands behind a word in the text of an invoice. */
function amountBehind(text: string, word: string): string | undefined {
  return text.match(new RegExp(`\\b${word} (-?[\\d.]+ [A-Z]{3})`))?.[1]
}

const said = (amount: number | string, currency: string) =>
  formatMoney(money(Number(amount), currency))

test.group('orders.invoices.show', () => {
  test('is the order in figures', async ({ assert }) => {
    const [one, two] = [
      await makeListing({ prices: [{ currency: 'EUR', amount: 123_456 }], variants: 2 }),
      await makeListing({ prices: [{ currency: 'EUR', amount: 999 }], kind: 'package' }),
    ]
    const placed = await placePaidOrder([...one.variantIds, two.variantId], undefined, 3)
    await drainOutbox()
    const url = `http://${env.get('HOST')}:${env.get('PORT')}/api/v1/orders/${placed.orderId}/invoice`
    const response = await fetch(url, { headers: { ...placed.client.headers } })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'application/pdf')
    const order = await db.from('orders').where('id', placed.orderId).firstOrFail()
    assert.include(response.headers.get('content-disposition')!, `${order.invoice_number}.pdf`)
    const text = await textOf(await response.bytes())
    assert.include(text, order.invoice_number)
    assert.include(text, order.number)
    for (const [word, column] of [
      ['Goods', 'goods_amount'],
      ['Shipping', 'shipping_amount'],
      ['Tax', 'tax_amount'],
      ['Total', 'total_amount'],
    ])
      assert.equal(amountBehind(text, word), said(order[column], 'EUR'), word)
    for (const part of await db.from('partner_orders').where('order_id', order.id))
      assert.include(text, `Together ${said(part.total_amount, 'EUR')}`)
    for (const line of await db.from('order_lines').where('order_id', order.id))
      assert.include(text, `${line.title} ${line.quantity} ${said(line.goods_amount, 'EUR')}`)
  })

  test('is written once, however often the job runs, and costs the client no room', async ({
    assert,
  }) => {
    const { variantId } = await makeListing()
    const { orderId, client } = await placePaidOrder([variantId])
    await Promise.all([1, 2, 3].map(() => new RenderInvoice().handle({ orderId })))
    await new RenderInvoice().handle({ orderId })
    assert.lengthOf(await db.from('files').where('owner_id', client.user.id), 1)
    assert.lengthOf(await db.from('file_usages').where('owner_id', client.user.id), 0)
  })

  test('is refused while there is none, and told when to ask again', async ({ client, assert }) => {
    const { variantId } = await makeListing()
    const ask = (orderId: string, buyer: TestActor) =>
      client.get(`/api/v1/orders/${orderId}/invoice`).headers(buyer.headers)
    const unpaid = await placeOrder([variantId])
    const early = await ask(unpaid.orderId, unpaid.client)
    early.assertStatus(409)
    early.assertBodyContains({ errors: [{ code: 'E_ORDER_NOT_PAID', state: 'awaiting_payment' }] })
    const paid = await placePaidOrder([variantId])
    const soon = await ask(paid.orderId, paid.client)
    soon.assertStatus(409)
    soon.assertBodyContains({ errors: [{ code: 'E_INVOICE_NOT_READY' }] })
    assert.equal(soon.header('retry-after'), '2')
    const foreign = await ask(paid.orderId, await actorOfRole('client'))
    foreign.assertStatus(404)
  })
})

test.group('renderInvoice', () => {
  const NASTY = [
    'Robert"); DROP TABLE invoices;--',
    '\u0000\u0001\u0007\u001b[31mred\u009b',
    'x'.repeat(5_000),
    '👩‍👩‍👧‍👦🔥 emoji 🇩🇪',
    'שלום עולם \u202eevil\u202c مرحبا بالعالم',
    'Żółć Ελλάδα Москва 東京 ﷽',
    '\ud800 half a pair',
    '(un)balanced ( parens \\ and %PDF %%EOF endobj',
    '',
    'a\u0301\u0301\u0301'.repeat(400),
    '\r\n\t line\nbreaks\u2028and\u2029more',
  ]

  test('survives whatever people call themselves and their goods', async ({ assert }) => {
    const { variantIds } = await makeListing({ variants: 3 })
    const placed = await placePaidOrder(variantIds)
    const found = await new GetOrder().byId(placed.orderId)
    for (const nasty of NASTY) {
      for (const { part, lines } of found.parts) {
        part.partner_name = nasty
        for (const line of lines) line.title = nasty
      }
      const pdf = await renderInvoice({
        ...found,
        number: 'INV-2026-000001',
        issuedAt: 1_760_000_000_000,
        client: { name: nasty, email: nasty },
      })
      const text = await textOf(pdf)
      const total = said(found.order.total_amount, found.order.currency)
      assert.equal(amountBehind(text, 'Total'), total, JSON.stringify(nasty.slice(0, 40)))
    }
  })

  test('runs over as many pages as it needs', async ({ assert }) => {
    const { variantId } = await makeListing()
    const placed = await placePaidOrder([variantId])
    const found = await new GetOrder().byId(placed.orderId)
    const [{ lines }] = found.parts
    const many = Array.from({ length: 200 }, (_, at) => ({ ...lines[0], title: `Line ${at}` }))
    found.parts[0].lines = many
    const pdf = await renderInvoice({
      ...found,
      number: 'INV-2026-000001',
      issuedAt: 1_760_000_000_000,
      client: { name: 'Jo', email: null },
    })
    const document = await getDocumentProxy(new Uint8Array(pdf))
    assert.isAbove(document.numPages, 3)
    const text = await textOf(pdf)
    for (const { title } of many) assert.match(text, new RegExp(`${title}\\b`))
  })
})

test.group('printable', () => {
  test('keeps what can be printed and spells what cannot', ({ assert }) => {
    assert.equal(printable('Größe: 5 €, café'), 'Größe: 5 €, café')
    assert.equal(printable('Łódź Őrség'), 'Lódz Orség')
    assert.equal(printable('Жук'), 'Zhuk')
    assert.equal(printable('東'), '?')
    assert.equal(printable('a\u0000b\tc\u202ed'), 'a b cd')
    assert.equal(printable('x'.repeat(50), 10), `${'x'.repeat(9)}…`)
  })
})
