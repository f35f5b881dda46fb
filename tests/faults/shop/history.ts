/*
 * The written history of orders and their parts: only steps of the table, each from where the one
 * before has led.
 */
import { PART_MOVES } from '#orders/services/part_moves'
import { check, type Marketplace } from '../supervisor.js'

interface Step {
  id: string
  from_status: string
  to_status: string
  /** where it stands now */
  status: string
}

/** A payment places all parts of an order; what comes after is written down part by part. */
const FIRST_OF_PART = 'placed'
const FIRST_OF_ORDER = ''

export async function checkHistory({ database }: Marketplace) {
  const partSteps = (await database.rows(
    `SELECT part.id, from_status, to_status, part.status FROM order_changes step
     JOIN partner_orders part ON part.id = step.partner_order_id ORDER BY step.id`
  )) as Step[]
  const moves: Record<string, readonly string[]> = PART_MOVES
  const illegal = partSteps.filter(
    (step) => !(moves[step.from_status] ?? []).includes(step.to_status)
  )
  check(...claim('a part only takes steps of the table', partSteps, illegal))
  check(...claim('each from where the last one led', partSteps, torn(partSteps, FIRST_OF_PART)))

  const orderSteps = (await database.rows(
    `SELECT orders.id, from_status, to_status, orders.status FROM order_changes step
     JOIN orders ON orders.id = step.order_id WHERE step.partner_order_id = '' ORDER BY step.id`
  )) as Step[]
  check(...claim('so does an order', orderSteps, torn(orderSteps, FIRST_OF_ORDER)))
}

/** Steps that do not begin where the one before ended, and last ones that did not lead to now. */
function torn(steps: Step[], first: string): Step[] {
  const standing = new Map<string, Step>()
  const found: Step[] = []
  for (const step of steps) {
    if (step.from_status !== (standing.get(step.id)?.to_status ?? first)) found.push(step)
    standing.set(step.id, step)
  }
  return [...found, ...[...standing.values()].filter((last) => last.to_status !== last.status)]
}

function claim(text: string, steps: Step[], broken: Step[]): [string, boolean, string] {
  const examples = broken.slice(0, 3).map((one) => `${one.id} ${one.from_status}>${one.to_status}`)
  const figures = [`${steps.length} steps`, ...examples].join(', ')
  return [text, broken.length === 0, figures]
}
