/*
 * Money in and out. Amounts, states and the gateways' own ids stay: the books must add up, and the
 * law wants them for ten years. What names a person, or leads to a bank account, goes.
 */
import { MASKED, type PersonalTables } from '#privacy/services/registry_words'

const BOOKS = 'money: the books must add up and are kept for the tax office'
const ofOrder = { client: 'order_id > orders' }
const ofPart = { partner: 'partner_order_id > partner_orders' }
const ofPartner = { partner: 'partner_id > partners' }

export const money: PersonalTables = {
  payments: {
    about: 'Payments',
    whose: { client: 'client_id' },
    staysFor: BOOKS,
    facts: `id purpose order_id link_id client_id gateway gateway_payment_id amount currency status
      captured_amount refunded_amount disputed_amount failure_code captured_at created_at
      updated_at`,
    inner: 'poll_at polls open_for flag version',
    personal: { failure_message: null },
    secrets: { client_secret: null, redirect_url: null },
  },
  payment_links: {
    about: 'Payment links for orders',
    whose: ofOrder,
    staysFor: BOOKS,
    facts: `id kind gateway gateway_link_id order_id amount currency status expires_at paid_at
      created_by created_at updated_at`,
    personal: { description: '' },
    secrets: { url: null },
  },
  refunds: {
    about: 'Refunds',
    whose: { ...ofOrder, partner: 'id > refund_shares.refund_id' },
    staysFor: BOOKS,
    facts: `id payment_id order_id gateway gateway_refund_id amount currency status requested_by
      settled_at created_at updated_at`,
    inner: 'cause_key poll_at polls retried_by',
    personal: { reason: { client: '', partner: MASKED }, failure_message: { client: null } },
    words: 'reason',
  },
  refund_shares: {
    about: 'Which parts refunds were taken of',
    whose: { client: 'refund_id > refunds', ...ofPart },
    staysFor: BOOKS,
    facts: 'refund_id partner_order_id amount',
    inner: 'partner_amount platform_amount tax_amount',
  },
  refund_lines: {
    about: 'Which lines were refunded',
    whose: { client: 'refund_id > refunds' },
    staysFor: BOOKS,
    facts: 'refund_id order_line_id quantity amount',
  },
  refund_requests: {
    about: 'Money that was asked back',
    whose: { ...ofOrder, ...ofPartner },
    staysFor: BOOKS,
    facts: `id order_id partner_order_id partner_id client_id lines amount currency status refund_id
      answered_at created_at updated_at`,
    inner: 'open_for',
    personal: {
      reason: { client: '', partner: MASKED },
      answer: { client: MASKED, partner: null },
    },
    words: 'reason answer',
  },
  disputes: {
    about: 'Disputes',
    whose: { client: 'order_id > orders', ...ofPart },
    staysFor: BOOKS,
    facts: `id order_id partner_order_id payment_id origin origin_id opened_by status amount currency
      resolved_by refund_id resolved_at created_at updated_at`,
    inner: 'open_for booked_amount lost_amount',
    personal: { reason: '', resolution: null },
    words: 'reason resolution',
  },
  dispute_shares: {
    about: 'What disputes were about',
    whose: { client: 'dispute_id > disputes', ...ofPart },
    staysFor: BOOKS,
    facts: 'dispute_id partner_order_id amount',
    inner: 'partner_amount platform_amount tax_amount',
  },
  withdrawals: {
    about: 'Money that was withdrawn',
    whose: ofPartner,
    staysFor: BOOKS,
    facts: `id partner_id requested_by amount currency status approvals_needed approvals
      payout_reference payout_driver decided_at paid_at created_at updated_at`,
    inner: 'open_for poll_at polls held_at',
    /* its owner gets to see it masked, in the export as everywhere */
    personal: { destination: '', reason: null },
    /* what staff write for each other */
    secrets: { hold_reason: null },
    names: 'destination',
  },
  withdrawal_approvals: {
    about: 'Who approved withdrawals',
    whose: { partner: 'withdrawal_id > withdrawals' },
    staysFor: BOOKS,
    facts: 'withdrawal_id staff_id created_at',
  },
  ledger_accounts: {
    about: 'The accounts of the books',
    whose: { partner: 'owner_id > partners' },
    staysFor: BOOKS,
    facts: 'id kind owner_id currency balance created_at',
    inner: 'floor ceiling version',
  },
  ledger_entries: {
    about: 'What was booked on them',
    whose: { partner: 'account_id > ledger_accounts' },
    staysFor: BOOKS,
    facts: 'id transaction_id account_id amount balance_after created_at',
    inner: 'seq',
  },
}
