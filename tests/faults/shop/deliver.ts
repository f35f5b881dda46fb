/*
 * A process of its own, on the database of a run: the partners ship these orders, and they arrive.
 * Argument: the ids of the orders as JSON.
 */
import { inApp } from './in_app.js'

const orderIds: string[] = JSON.parse(process.argv[2])

await inApp(async () => {
  const { shipReserved } = await import('#catalogue/services/stock')
  const { write } = await import('#core/database/write')
  const { clock } = await import('#core/support/clock')
  const { partsOf } = await import('#orders/queries/order_parts')
  const { lockOrder, movePart } = await import('#orders/services/states')

  const arrived = () => ({ values: { delivered_at: clock.now(), completes_at: clock.now() } })
  for (const orderId of orderIds)
    await write(async (trx) => {
      await lockOrder(trx, orderId)
      for (const part of await partsOf(trx, orderId)) {
        const lines = await trx.from('order_lines').where('partner_order_id', part.id)
        const steps = ['accepted', 'processing', 'shipped', 'delivered'] as const
        for (const to of steps) {
          const { status } = await trx.from('partner_orders').where('id', part.id).firstOrFail()
          const change = to === 'delivered' ? arrived() : {}
          if (!(await movePart(trx, { ...part, status }, to, change)))
            throw new Error(`${part.id} is ${status}: it cannot be ${to}`)
        }
        const variantIds = lines.map((line) => line.variant_id)
        await shipReserved(trx, orderId, variantIds, null)
      }
    })
})
