import { InvalidField } from '#core/errors'
import type { OrderWithParts, PartWithLines } from '#orders/queries/get_order'
import type { Pieces } from '#refunds/services/wanted'

/** How a client says which part of an order is meant; nothing is needed where the order has one. */
export interface PartHint {
  partnerOrderId?: string
  lines?: Pieces[]
}

/** @throws InvalidField when it is not clear which part of the order is meant */
export function partMeant(
  { parts }: OrderWithParts,
  { partnerOrderId, lines }: PartHint
): PartWithLines['part'] {
  const [piece] = lines ?? []
  const candidates = parts.filter(
    ({ part, lines: own }) =>
      (!partnerOrderId || part.id === partnerOrderId) &&
      (!piece || own.some(({ id }) => id === piece.lineId))
  )
  if (candidates.length === 1) return candidates[0].part
  const message = 'The partnerOrderId field must name the part of the order that is meant'
  throw new InvalidField(piece ? 'lines' : 'partnerOrderId', 'exists', message)
}
