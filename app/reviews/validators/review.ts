import vine from '@vinejs/vine'
import { LISTING_ID } from '#catalogue/services/kinds'
import { id, line, pageFields, paragraph, windowFields } from '#core/validation/rules'
import { REPORT_REASONS } from '#reviews/actions/report_review'
import { REVIEW_STATUSES } from '#reviews/queries/review_rows'

const stars = () => vine.number({ strict: true }).withoutDecimals().min(1).max(5)
const body = () => paragraph(5000).minLength(1)

export const publishReviewValidator = vine.create({
  orderLineId: id('orderLine'),
  rating: stars(),
  title: line(120),
  body: body(),
})

export const editReviewValidator = vine.create({
  rating: stars().optional(),
  title: line(120).optional(),
  body: body().optional(),
})

export const reportReviewValidator = vine.create({
  reason: vine.enum(REPORT_REASONS),
  note: line(1000).optional(),
})

export const replyValidator = vine.create({ reply: paragraph(2000).minLength(1) })

export const listPublicReviewsValidator = vine.create({
  ...pageFields,
  sort: vine.enum(['newest', 'rating'] as const).parse((value) => value ?? 'newest'),
})

export const listStaffReviewsValidator = vine.create({
  ...pageFields,
  status: vine.enum(REVIEW_STATUSES).optional(),
  reported: vine.boolean().optional(),
  rating: vine.number().withoutDecimals().min(1).max(5).optional(),
  partnerId: id('partner').optional(),
  productId: id('product').optional(),
  /** a product, a package or an event */
  listingId: vine.string().regex(LISTING_ID).optional(),
  ...windowFields(),
})

export const moderateReviewValidator = vine.create({
  decision: vine.enum(['approve', 'hide', 'restore'] as const),
  reason: line(1000).optional(),
})

export const removeReviewValidator = vine.create({ reason: line(1000) })
