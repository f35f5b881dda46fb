import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import LogToSheet from '#payments/listeners/log_to_sheet'
import { applyGatewayPayment } from '#payments/services/apply_payment'
import { drainOutbox } from '#tests/helpers/outbox'
import { makeOpenPayment, newsOf, orderRow, postingsOf } from '#tests/helpers/payments'
import { setSetting } from '#tests/helpers/settings'

interface Row {
  headers: Record<string, string | string[] | undefined>
  body: string
}

async function capturedPayment() {
  const payment = await makeOpenPayment()
  await write((trx) => applyGatewayPayment(trx, 'sandbox', newsOf(payment, 'captured')))
  return payment
}

test.group('the log of payments in a sheet', (group) => {
  let sheet: Server
  let rows: Row[] = []
  let status = 200

  group.setup(async () => {
    sheet = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        rows.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
        response.writeHead(status).end()
      })
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => sheet.once('listening', resolve))
  })
  group.each.setup(() => {
    rows = []
    status = 200
    setSetting('SHEET_LOG_URL', `http://127.0.0.1:${(sheet.address() as AddressInfo).port}/rows`)
    setSetting('SHEET_LOG_SECRET', 'a secret of the sheet')
  })
  group.each.teardown(() => {
    setSetting('SHEET_LOG_URL', '')
  })
  group.teardown(() => void sheet.close())

  test('has a signed row for each captured payment', async ({ assert }) => {
    const { paymentId } = await capturedPayment()
    await drainOutbox()
    const [{ headers, body }] = rows.filter((row) => row.body.includes(paymentId))
    const signature = createHmac('sha256', 'a secret of the sheet')
      .update(`${headers['x-souk-timestamp']}.${body}`)
      .digest('hex')
    assert.equal(headers['x-souk-signature'], signature)
    const row = JSON.parse(body)
    assert.equal(row.amount, '119.00')
    assert.equal(row.currency, 'EUR')
    assert.match(row.order, /\S/)
  })

  test('that is broken fails no payment, and is given up', async ({ assert }) => {
    status = 500
    const { paymentId, orderId } = await capturedPayment()
    await drainOutbox()
    assert.equal((await orderRow(orderId)).status, 'placed')
    assert.deepEqual(await postingsOf(paymentId), ['payment_captured'])
    const job = await db
      .from('outbox')
      .where('name', 'payments.log_to_sheet')
      .where('payload', 'like', `%${paymentId}%`)
      .firstOrFail()
    assert.equal(job.state, 'pending')
    assert.include(job.last_error, '500')
    assert.equal(LogToSheet.maxAttempts, 3)
  })

  test('is not wanted unless an address is given', async ({ assert }) => {
    setSetting('SHEET_LOG_URL', '')
    await capturedPayment()
    await drainOutbox()
    assert.deepEqual(rows, [])
  })
})
