import PublishReview from '#reviews/actions/publish_review'
import type { ReviewRow } from '#reviews/queries/review_rows'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { asActor, sharedCorner, makePartner, type TestPartner } from '#tests/helpers/marketplace'
import { makeDeliveredLine } from '#tests/helpers/orders'

export interface ReviewedShop {
  partner: TestPartner
  /** a product that everybody sees */
  productId: string
}

/** An approved partner with one product. */
export async function makeShop(account?: TestActor): Promise<ReviewedShop> {
  const partner = await makePartner(await sharedCorner(), {}, account)
  const { listingId } = await makeListing({ partner, listing: { title: 'A print' } })
  return { partner, productId: listingId }
}

/** A published review of a shop's product, by a fresh client unless told otherwise. */
export async function makeReview(
  { partner, productId }: ReviewedShop,
  { rating = 4, client, ...words }: { rating?: number; client?: TestActor; title?: string } = {}
): Promise<ReviewRow & { client: TestActor }> {
  const author = client ?? (await actorOfRole('client'))
  const { orderLineId } = await makeDeliveredLine({ client: author, partner, listingId: productId })
  const review = await new PublishReview().execute({
    actor: asActor(author),
    orderLineId,
    rating,
    title: 'Good paper',
    body: 'It hangs in the hall.',
    ...words,
  })
  return { ...review, client: author }
}

/** Many reviews of one product and client, for plans of queries; no rating counts them. */
export async function fillReviews({ partner, productId }: ReviewedShop, count: number) {
  const { user } = await actorOfRole('client')
  const now = clock.now()
  const rows = Array.from({ length: count }, (_, at) => ({
    id: newId('review'),
    order_line_id: newId('orderLine'),
    listing_id: productId,
    partner_id: partner.partnerId,
    client_id: user.id,
    rating: 1 + (at % 5),
    title: 'One of many',
    body: 'Good',
    status: 'published',
    open_reports: at % 7 === 0 ? 1 : 0,
    editable_until: now,
    created_at: now,
    updated_at: now,
  }))
  for (let at = 0; at < count; at += 50)
    await write((trx) =>
      trx
        .insertQuery()
        .table('reviews')
        .multiInsert(rows.slice(at, at + 50))
    )
}
