/*
 * Partners: the shop window, its papers and portfolio, and what is sold in it.
 */
import { MASKED, OWN_ID, type PersonalTables } from '#privacy/services/registry_words'

export const ERASED_SHOP = 'Erased shop'

const ofPartner = { partner: 'partner_id > partners' }

export const shops: PersonalTables = {
  partners: {
    about: 'The shop window',
    whose: { partner: 'user_id' },
    staysFor: 'orders and books name the shop by its id; its ratings are what clients said',
    facts: `id user_id status availability is_featured rating_sum rating_count rating_score
      leads_offered leads_answered submitted_at verified_at created_at updated_at`,
    inner: 'open_leads last_lead_at',
    personal: {
      business_name: ERASED_SHOP,
      slug: OWN_ID,
      bio: null,
      website: null,
      location_id: null,
      radius_km: 0,
      rate_min: null,
      rate_max: null,
      rate_currency: null,
      languages: '[]',
      avatar_file_id: null,
      banner_file_id: null,
      /* its owner gets to see it masked, in the export as everywhere */
      payout_details: null,
    },
    names: 'business_name slug website payout_details',
    words: 'bio',
  },
  partner_categories: {
    about: 'What the partner does',
    whose: ofPartner,
    rowsGo: ['partner'],
    facts: 'partner_id category_id',
  },
  partner_platforms: {
    about: 'Where the partner works',
    whose: ofPartner,
    rowsGo: ['partner'],
    facts: 'partner_id platform',
  },
  partner_reaches: {
    about: 'How matching finds the partner',
    whose: ofPartner,
    rowsGo: ['partner'],
    facts: 'partner_id category_id currency rate_min rate_max location_id',
    inner: 'area demerit last_lead_at rating_points response_points x y z min_dot',
  },
  verifications: {
    about: 'Papers that were handed in, and the verdicts',
    whose: ofPartner,
    staysFor: 'that a shop was verified, when and by whom, is part of the audit',
    facts: 'id partner_id status decided_by submitted_at decided_at',
    personal: { note: null, reason: null },
    words: 'note reason',
  },
  verification_documents: {
    about: 'The papers',
    whose: { partner: 'verification_id > verifications' },
    rowsGo: ['partner'],
    facts: 'id verification_id file_id kind created_at',
  },
  portfolio_entries: {
    about: 'The portfolio',
    whose: ofPartner,
    rowsGo: ['partner'],
    facts: 'id partner_id position created_at updated_at',
    personal: { title: '', description: null, link: null },
  },
  portfolio_images: {
    about: 'Pictures of the portfolio',
    whose: { partner: 'entry_id > portfolio_entries' },
    rowsGo: ['partner'],
    facts: 'entry_id file_id position',
  },
  shipping_rates: {
    about: 'What the shop asks for shipping',
    whose: ofPartner,
    rowsGo: ['partner'],
    facts: 'partner_id region_id amount free_above currency updated_at',
  },
  listings: {
    about: 'What the shop sells',
    whose: ofPartner,
    staysFor: 'sold lines, stock and reviews point at it',
    facts: `id kind partner_id category_id moderation is_public is_featured billing_interval platform
      content_type content_quantity revisions delivery_days duration starts_at ends_at sold_count
      rating_sum rating_count rating_score deleted_at created_at updated_at`,
    personal: {
      status: 'inactive',
      title: 'Erased listing',
      description: '',
      moderation_reason: null,
    },
    words: 'description',
  },
  listing_images: {
    about: 'Pictures of what is sold',
    whose: { partner: 'listing_id > listings' },
    rowsGo: ['partner'],
    facts: 'id listing_id file_id position created_at',
  },
  variants: {
    about: 'What can be chosen of it',
    whose: ofPartner,
    staysFor: 'stock must add up',
    facts: `id listing_id partner_id position is_active tracks_stock on_hand reserved version
      created_at updated_at`,
    personal: { sku: OWN_ID, options: '{}' },
  },
  variant_prices: {
    about: 'Prices',
    whose: { partner: 'variant_id > variants' },
    staysFor: 'they name nobody',
    facts: 'variant_id currency amount compare_at_amount',
  },
  listing_prices: {
    about: 'The lowest and highest price of each listing',
    whose: { partner: 'listing_id > listings' },
    staysFor: 'they name nobody',
    facts: 'listing_id currency min_amount max_amount is_public kind category_id',
  },
  stock_moves: {
    about: 'How stock came and went',
    whose: { partner: 'variant_id > variants' },
    staysFor: 'stock must add up',
    facts: 'id variant_id quantity kind ref_id actor_id created_at',
    personal: { reason: null },
  },
  coupons: {
    about: 'Coupons of the shop',
    whose: ofPartner,
    staysFor: 'orders were cheaper by it',
    facts: `id partner_id kind bps amount currency minimum_amount starts_at ends_at max_uses
      max_uses_per_client used deleted_at created_at updated_at`,
    personal: { code: OWN_ID, is_active: 0 },
  },
  commission_rules: {
    about: 'What the platform keeps of the shop alone',
    whose: ofPartner,
    staysFor: 'sales were booked by it',
    facts: 'id position partner_id category_id listing_kind bps created_at',
    personal: { name: MASKED },
  },
}
