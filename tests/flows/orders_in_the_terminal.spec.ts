import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { deskOf, json } from '#tests/helpers/desk'
import { drainOutbox } from '#tests/helpers/outbox'
import { placePaidOrder } from '#tests/helpers/shopping'

test.group('orders in the terminal', () => {
  test('are found, looked at, moved on, and invoiced', async ({ assert, cleanup }) => {
    const { variantId } = await makeListing()
    const { orderId, order } = await placePaidOrder([variantId])
    await drainOutbox()
    const desk = await deskOf('admin')
    cleanup(() => desk.close())

    const [found] = await json(desk, 'order', 'list', '--number', order.number)
    assert.equal(found.id, orderId)
    const moved = await desk.run(['order', 'status', orderId, '--to', 'accepted', '--yes'])
    assert.equal(moved.code, 0, moved.stderr)
    const twice = await desk.run(['order', 'status', orderId, '--to', 'accepted', '--yes'])
    assert.equal(twice.code, 5)
    const shown = await json(desk, 'order', 'show', orderId)
    assert.equal(shown.status, 'processing')
    assert.equal(shown.history.at(-1).to, 'processing')

    const file = join(desk.home, 'invoice.pdf')
    const saved = await json(desk, 'order', 'invoice', orderId, '--output', file)
    assert.equal(saved.contentType, 'application/pdf')
    assert.match(await readFile(file, 'latin1'), /^%PDF-1\.\d[^]*%%EOF\s*$/)
  })

  test('are written for a client, and cancelled with a reason', async ({ assert, cleanup }) => {
    const { variantId } = await makeListing()
    const buyer = await actorOfRole('client')
    const desk = await deskOf('admin')
    cleanup(() => desk.close())
    const made = await json(
      desk,
      ...['order', 'create', '--client', buyer.user.id, '--items', `${variantId}:2`],
      ...['--note', 'agreed on the phone', '--yes']
    )
    assert.equal(made.outcome, 'created')
    const row = await db.from('orders').where('id', made.id).firstOrFail()
    assert.equal(row.client_id, buyer.user.id)

    const unsaid = await desk.run(['order', 'cancel', made.id, '--confirm', made.id])
    assert.equal(unsaid.code, 2)
    const said = ['--reason', 'sold out', '--confirm', made.id]
    const gone = await json(desk, 'order', 'cancel', made.id, ...said)
    assert.equal(gone.outcome, 'cancelled')
    assert.equal((await db.from('orders').where('id', made.id).firstOrFail()).status, 'cancelled')
  })
})
