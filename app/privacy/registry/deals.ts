/*
 * What a client and a partner have to do with each other: inquiries, carts, orders, reviews. What
 * one of them wrote to the other goes with either of them; figures, dates and states stay.
 */
import { MASKED, type PersonalTables } from '#privacy/services/registry_words'

const TAX = 'money: what was sold to whom for how much is kept for the tax office'
const ofClient = { client: 'client_id' }
const ofOrder = { client: 'order_id > orders' }
const ofPart = { ...ofOrder, partner: 'partner_order_id > partner_orders' }

export const deals: PersonalTables = {
  inquiries: {
    about: 'Inquiries',
    whose: ofClient,
    staysFor: 'partners were asked, and their answers count',
    facts: `id client_id category_id location_id budget_min budget_max currency wanted_on status
      accepted_lead_id closed_at created_at updated_at`,
    inner: 'live_leads version',
    personal: { title: 'Erased inquiry', description: '' },
    words: 'title description',
  },
  leads: {
    about: 'Inquiries offered to partners, and their quotes',
    whose: { client: 'inquiry_id > inquiries', partner: 'partner_id > partners' },
    staysFor: 'how partners answer counts',
    facts: `id inquiry_id partner_id status quote_amount quote_currency due_at viewed_at
      answered_at ended_at created_at updated_at`,
    inner: 'rank score score_parts rule_version',
    personal: { message: null, decline_reason: null },
    words: 'message decline_reason',
  },
  carts: {
    about: 'Carts',
    whose: ofClient,
    rowsGo: ['client'],
    facts: 'id client_id state coupon_id created_at updated_at',
    inner: 'open_for version',
  },
  cart_lines: {
    about: 'What is in the carts',
    whose: { client: 'cart_id > carts' },
    rowsGo: ['client'],
    facts: 'id cart_id variant_id quantity seen_amount seen_currency created_at',
  },
  orders: {
    about: 'Orders',
    whose: ofClient,
    staysFor: TAX,
    facts: `id number cart_id client_id source lead_id placed_by status currency region_id
      goods_amount discount_amount shipping_amount tax_amount total_amount refunded_amount
      coupon_id deadline invoice_number expires_at paid_at closed_at created_at updated_at`,
    inner: 'version',
    personal: { address: null, requirements: null },
    names: 'address',
    words: 'requirements',
  },
  partner_orders: {
    about: 'Parts of orders, one for each partner',
    whose: { client: 'order_id > orders', partner: 'partner_id > partners' },
    staysFor: TAX,
    facts: `id order_id partner_id position status currency goods_amount discount_amount
      shipping_amount tax_amount total_amount refunded_amount has_package revisions_allowed
      revisions_used open_disputes delivered_at completes_at approves_at closed_at created_at updated_at`,
    inner: 'own_discount_amount commission_amount earning_amount earning_refunded version',
    personal: { tracking: null },
  },
  order_lines: {
    about: 'Lines of orders',
    whose: ofPart,
    staysFor: TAX,
    isShared: true,
    facts: `id order_id partner_order_id position listing_id variant_id kind quantity unit_amount
      goods_amount discount_amount tax_bps tax_amount refunded_quantity created_at`,
    inner: 'own_discount_amount commission_bps commission_amount',
    /* what was sold is part of the invoice; a person's name in it is not */
    personal: { title: MASKED, sku: MASKED, options: MASKED },
  },
  order_changes: {
    about: 'The history of orders',
    whose: { client: 'order_id > orders', partner: 'partner_order_id > partner_orders' },
    staysFor: TAX,
    facts: `id order_id partner_order_id from_status to_status actor_id actor_role request_id
      created_at`,
    personal: { reason: null },
    words: 'reason',
  },
  submissions: {
    about: 'Work that was handed in',
    whose: ofPart,
    staysFor: 'that work was handed in and accepted is why it was paid',
    facts: 'id order_id partner_order_id round status answered_at created_at',
    personal: { note: '', links: '[]', feedback: null },
    words: 'note feedback',
  },
  submission_files: {
    about: 'Files of the work that was handed in',
    whose: { client: 'submission_id > submissions', partner: 'submission_id > submissions' },
    rowsGo: ['client', 'partner'],
    facts: 'submission_id file_id position',
  },
  invoices: {
    about: 'Invoices',
    whose: ofOrder,
    staysFor: 'money: numbers and sums are kept for the tax office',
    facts: 'order_id number issued_at',
    personal: { file_id: null, rendered_at: null },
  },
  stock_reservations: {
    about: 'What orders hold of the stock',
    whose: ofOrder,
    staysFor: 'stock must add up',
    facts: 'order_id variant_id quantity state created_at',
  },
  coupon_redemptions: {
    about: 'Coupons that were used',
    whose: ofOrder,
    staysFor: 'money: orders were cheaper by it',
    facts: 'coupon_id order_id client_id state amount created_at',
    inner: 'slot_no',
  },
  reviews: {
    about: 'Reviews',
    whose: { client: 'client_id', partner: 'partner_id > partners' },
    staysFor: 'the stars count in the ratings of what was bought',
    facts: `id order_line_id listing_id partner_id client_id rating status replied_at
      editable_until created_at updated_at`,
    inner: 'open_reports',
    personal: {
      title: { client: 'Review of an erased account', partner: MASKED },
      body: { client: '', partner: MASKED },
      reply: { client: MASKED, partner: null },
      removal_reason: { client: null, partner: MASKED },
    },
    words: 'title body reply',
  },
  review_reports: {
    about: 'Reviews that the person has reported',
    whose: { self: 'user_id' },
    staysFor: 'reports count',
    facts: 'review_id user_id reason created_at',
    personal: { note: null },
  },
}
