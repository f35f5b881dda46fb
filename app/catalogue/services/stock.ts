/*
 * Stock: what is there (on_hand) and what of it is promised (reserved). A reservation belongs to an
 * order and a variant: held while the order waits for its payment, committed once it is paid,
 * shipped when it leaves, or released. Nothing is ever sold that is not there, because every step is
 * an update whose WHERE says so.
 */
import { OutOfStock, ReturnTooLarge } from '#catalogue/errors'
import { changedOne } from '#core/database/conditional'
import { changesOf, insertRows, rowsOf } from '#core/database/statements'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'

export interface Wanted {
  variantId: string
  quantity: number
}

type ReservationState = 'held' | 'committed' | 'shipped' | 'released'

interface Reservation {
  variant_id: string
  quantity: number
  state: ReservationState
}

/**
 * Promises stock to an order. Lines of one variant are added up, variants are taken in the order of
 * their ids, so that two orders never wait for each other in a circle.
 *
 * @throws OutOfStock naming every variant that is short; nothing may be kept then
 */
export async function reserve(trx: Transaction, orderId: string, wanted: Wanted[]) {
  const lines = addedUp(wanted)
  const short: string[] = []
  for (const line of lines) if (!(await promise(trx, line))) short.push(line.variantId)
  if (short.length) throw new OutOfStock(short)
  const now = clock.now()
  const rows = lines.map(({ variantId, quantity }) => ({
    order_id: orderId,
    variant_id: variantId,
    quantity,
    state: 'held',
    created_at: now,
  }))
  if (rows.length) await insertRows(trx, 'stock_reservations', rows)
}

/**
 * The order was paid: what is held for it is now sold.
 *
 * @returns false when it had been released meanwhile and is not there any more; nothing is changed
 */
export async function commitReservations(trx: Transaction, orderId: string): Promise<boolean> {
  const reservations = await reservationsOf(trx, orderId)
  const released = reservations.filter(({ state }) => state === 'released')
  if (released.length && !(await promiseAgain(trx, released))) return false
  await changesOf(
    trx,
    `UPDATE stock_reservations SET state = 'committed'
       WHERE order_id = ? AND state IN ('held', 'released')`,
    orderId
  )
  return true
}

/** Gives back what is promised to an order and has not shipped: all of it, or some variants. */
export async function releaseReservations(
  trx: Transaction,
  orderId: string,
  variantIds?: string[]
) {
  for (const { variant_id: variantId, quantity, state } of await reservationsOf(trx, orderId)) {
    if (variantIds && !variantIds.includes(variantId)) continue
    if (state !== 'held' && state !== 'committed') continue
    if (await moveReservation(trx, orderId, variantId, [state], 'released'))
      await unpromise(trx, variantId, quantity)
  }
}

/**
 * Of what was sold and has not shipped no more is kept than the order still owes: the rest is free
 * again. Whoever calls has the order's lock.
 *
 * @param owed pieces of the variant that the client still gets
 */
export async function releaseBeyond(
  trx: Transaction,
  orderId: string,
  variantId: string,
  owed: number
) {
  const committed = { order_id: orderId, variant_id: variantId, state: 'committed' }
  const kept = await trx.from('stock_reservations').where(committed).select('quantity').first()
  if (!kept || kept.quantity <= owed) return
  const unchanged = trx.from('stock_reservations').where({ ...committed, quantity: kept.quantity })
  if (await changedOne(unchanged, { quantity: owed }))
    await unpromise(trx, variantId, kept.quantity - owed)
}

/**
 * What `releaseBeyond` gave back is promised again: the refund failed. Nothing to do for what has
 * shipped or ended meanwhile.
 *
 * @returns false when others have bought it; nothing is changed
 */
export async function reserveAgain(
  trx: Transaction,
  orderId: string,
  variantId: string,
  quantity: number
): Promise<boolean> {
  const committed = () =>
    trx
      .from('stock_reservations')
      .where({ order_id: orderId, variant_id: variantId, state: 'committed' })
  if (!(await changedOne(committed(), { quantity: trx.raw('quantity + ?', [quantity]) })))
    return true
  if (await promise(trx, { variantId, quantity })) return true
  await committed().update({ quantity: trx.raw('quantity - ?', [quantity]) })
  return false
}

/** What was sold leaves the shelf. */
export async function shipReserved(
  trx: Transaction,
  orderId: string,
  variantIds: string[],
  actorId: string | null
) {
  for (const { variant_id: variantId, quantity } of await reservationsOf(trx, orderId)) {
    if (!variantIds.includes(variantId) || quantity === 0) continue
    if (!(await moveReservation(trx, orderId, variantId, ['committed'], 'shipped'))) continue
    const shelf = tracked(trx, variantId).where('reserved', '>=', quantity)
    const hasLeft = await changedOne(shelf, {
      on_hand: trx.raw('on_hand - ?', [quantity]),
      reserved: trx.raw('reserved - ?', [quantity]),
      version: trx.raw('version + 1'),
    })
    if (hasLeft)
      await recordMove(trx, {
        variantId,
        quantity: -quantity,
        kind: 'sale',
        refId: orderId,
        actorId,
      })
  }
}

export interface StockMove {
  variantId: string
  /** positive: there is more now */
  quantity: number
  kind: 'opening' | 'adjustment' | 'sale' | 'return'
  refId?: string | null
  actorId?: string | null
  reason?: string | null
}

/**
 * Goods of an order came back and go on the shelf again. The caller holds the order's lock, so that
 * nothing is put back twice.
 *
 * @throws ReturnTooLarge when more comes back than has shipped and has not come back before
 */
export async function restockReturned(
  trx: Transaction,
  orderId: string,
  returned: Wanted[],
  by: Pick<StockMove, 'actorId' | 'reason'>
) {
  for (const { variantId, quantity } of addedUp(returned)) {
    const { away } = await trx
      .from('stock_moves')
      .where({ ref_id: orderId, variant_id: variantId })
      .whereIn('kind', ['sale', 'return'])
      .sum('quantity as away')
      .first()
    // a sale is below zero, a return above
    const out = -Number(away ?? 0)
    const move: StockMove = { variantId, quantity, kind: 'return', refId: orderId, ...by }
    if (quantity > out || !(await restock(trx, move))) throw new ReturnTooLarge(variantId, out)
  }
}

/** Puts something (back) on the shelf. @returns false for what no stock is kept of */
export async function restock(trx: Transaction, move: StockMove): Promise<boolean> {
  const added = await changedOne(tracked(trx, move.variantId), {
    on_hand: trx.raw('on_hand + ?', [move.quantity]),
    version: trx.raw('version + 1'),
    updated_at: clock.now(),
  })
  if (added) await recordMove(trx, move)
  return added
}

/** The history of a variant's stock: its sum is what is on hand. */
export async function recordMove(trx: Transaction, move: StockMove) {
  await trx
    .insertQuery()
    .table('stock_moves')
    .insert({
      variant_id: move.variantId,
      quantity: move.quantity,
      kind: move.kind,
      ref_id: move.refId ?? null,
      actor_id: move.actorId ?? null,
      reason: move.reason ?? null,
      created_at: clock.now(),
    })
}

function addedUp(wanted: Wanted[]): Wanted[] {
  const quantities = new Map<string, number>()
  for (const { variantId, quantity } of wanted)
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity)
  return [...quantities]
    .map(([variantId, quantity]) => ({ variantId, quantity }))
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1))
}

/** Services are never short; their counters stay 0. */
async function promise(trx: Transaction, { variantId, quantity }: Wanted): Promise<boolean> {
  const promised = await changesOf(
    trx,
    `UPDATE variants SET version = version + 1,
         reserved = CASE WHEN tracks_stock = 1 THEN reserved + ? ELSE 0 END
       WHERE id = ? AND is_active = 1 AND (tracks_stock = 0 OR on_hand - reserved >= ?)`,
    quantity,
    variantId,
    quantity
  )
  return promised === 1
}

/** All of them or none. */
async function promiseAgain(trx: Transaction, released: Reservation[]): Promise<boolean> {
  const taken: Reservation[] = []
  for (const reservation of released) {
    const { variant_id: variantId, quantity } = reservation
    if (await promise(trx, { variantId, quantity })) {
      taken.push(reservation)
      continue
    }
    for (const { variant_id: other, quantity: much } of taken) await unpromise(trx, other, much)
    return false
  }
  return true
}

async function unpromise(trx: Transaction, variantId: string, quantity: number) {
  await tracked(trx, variantId)
    .where('reserved', '>=', quantity)
    .update({
      reserved: trx.raw('reserved - ?', [quantity]),
      version: trx.raw('version + 1'),
    })
}

function tracked(trx: Transaction, variantId: string) {
  return trx.from('variants').where({ id: variantId, tracks_stock: 1 })
}

function reservationsOf(trx: Transaction, orderId: string): Promise<Reservation[]> {
  return rowsOf<Reservation>(
    trx,
    `SELECT variant_id, quantity, state FROM stock_reservations
       WHERE order_id = ? ORDER BY variant_id`,
    orderId
  )
}

/**
 * Its variant is locked first: MySQL looks at that row whenever the state changes (the foreign key's
 * index has the state in it), and of two who share a row none could change it afterwards.
 */
async function moveReservation(
  trx: Transaction,
  orderId: string,
  variantId: string,
  from: ReservationState[],
  to: ReservationState
): Promise<boolean> {
  await trx.from('variants').where({ id: variantId }).forUpdate().select('id')
  const movable = trx
    .from('stock_reservations')
    .where({ order_id: orderId, variant_id: variantId })
    .whereIn('state', from)
  return changedOne(movable, { state: to })
}
