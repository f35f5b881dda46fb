/*
 * What staff wrote down about somebody, and that they looked through somebody's eyes.
 */
import { MASKED, OWN_ID, type PersonalTables } from '#privacy/services/registry_words'

const LOOKED = 'who looked, when and at what is part of the audit'
const ofLook = { self: 'impersonation_id > impersonations' }

export const staffWords: PersonalTables = {
  notes: {
    about: 'Notes of staff about the person',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    isForStaff: true,
    facts: 'id user_id is_pinned edited_at created_at updated_at',
    inner: 'author_id',
    personal: { body: '' },
  },
  order_notes: {
    about: 'Notes of staff on orders',
    whose: { client: 'order_id > orders', partner: 'order_id > partner_orders.order_id' },
    staysFor: 'that staff noted something, and who, is part of the order',
    isForStaff: true,
    facts: 'id order_id created_at',
    inner: 'author_id',
    personal: { body: { client: '', partner: MASKED } },
  },
  impersonations: {
    about: 'When staff saw the account as the person does',
    whose: { self: 'client_id' },
    staysFor: LOOKED,
    facts: 'id client_id started_at expires_at ended_at end_reason',
    inner: 'staff_id staff_session_id staff_mark client_mark open_staff_id',
    personal: { reason: '' },
    secrets: { token_hash: OWN_ID },
  },
  /* triggers keep both tables as they are, but for these words of an erased account */
  impersonation_requests: {
    about: 'What they looked at',
    whose: ofLook,
    staysFor: LOOKED,
    facts: 'id impersonation_id method route status created_at',
    inner: 'request_id',
    personal: { path: '' },
  },
  impersonation_notes: {
    about: 'What they noted meanwhile',
    whose: ofLook,
    staysFor: LOOKED,
    isForStaff: true,
    facts: 'id impersonation_id created_at',
    personal: { text: '' },
  },
}
