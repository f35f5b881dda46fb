/*
 * The life of a part (one partner's share of an order) as one table: from where it may go where.
 */
export const PART_MOVES = {
  awaiting_payment: ['placed', 'cancelled'],
  placed: ['accepted', 'cancelled'],
  accepted: ['processing', 'cancelled'],
  processing: ['shipped', 'submitted', 'cancelled'],
  submitted: ['revision_requested', 'delivered'],
  revision_requested: ['submitted', 'cancelled'],
  shipped: ['delivered'],
  delivered: ['completed'],
  completed: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>

export type PartStatus = keyof typeof PART_MOVES
