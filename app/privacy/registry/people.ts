/*
 * The account and what hangs on it: address book, sessions, messages, files.
 */
import { OWN_ID, type PersonalTables } from '#privacy/services/registry_words'

export const ERASED_NAME = 'Erased person'

export const people: PersonalTables = {
  users: {
    about: 'The account',
    whose: { self: 'id' },
    staysFor: 'orders, books and the audit trail name the account by its id',
    facts: `id role status suspended_until language timezone onboarding_step onboarded_at created_at
      updated_at erased_at`,
    /* made by the database from name, last_login_at and phone */
    inner: 'name_key family_key login_key proven_phone',
    personal: {
      name: ERASED_NAME,
      email: null,
      phone: null,
      country: null,
      region_id: null,
      avatar_file_id: null,
      email_verified_at: null,
      phone_verified_at: null,
      last_login_at: null,
      two_factor: 'off',
      status_reason: null,
    },
    secrets: { password_hash: null },
    names: 'name email phone',
  },
  client_profiles: {
    about: 'The profile of a client',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'user_id updated_at',
    personal: {
      company_name: null,
      role_in_organization: null,
      business_type: null,
      website: null,
      description: null,
    },
    names: 'company_name website',
    words: 'description',
  },
  user_preferences: {
    about: 'What the person is interested in',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'user_id updated_at',
    personal: { industries: '[]', category_ids: '[]', languages: '[]', location_ids: '[]' },
  },
  addresses: {
    about: 'The address book',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'id user_id is_default created_at updated_at',
    personal: {
      label: '',
      recipient: '',
      line_1: '',
      line_2: null,
      city: '',
      state: null,
      postal_code: null,
      country: '',
      phone: null,
    },
    names: 'recipient line_1 phone',
  },
  devices: {
    about: 'Devices that get push messages',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'id user_id platform created_at updated_at',
    secrets: { push_token: OWN_ID },
  },
  sessions: {
    about: 'Log-ins',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: `id user_id transport last_seen_at proved_at idle_expires_at absolute_expires_at
      revoked_at revoke_reason created_at`,
    personal: { user_agent: null, ip: null },
  },
  refresh_tokens: {
    about: 'How sessions are kept alive',
    whose: { self: 'session_id > sessions' },
    rowsGo: ['self'],
    facts: 'session_id used_at expires_at created_at',
    secrets: { token_hash: '', parent_hash: null },
  },
  totp_factors: {
    about: 'An authenticator app',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'user_id confirmed_at created_at',
    inner: 'last_step',
    secrets: { secret: '' },
  },
  recovery_codes: {
    about: 'Recovery codes, without what they are',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'user_id used_at created_at',
    secrets: { code_hash: '' },
  },
  known_devices: {
    about: 'Devices that were logged in from',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'user_id remembered_until last_seen_at expires_at created_at',
    secrets: { token_hash: '' },
  },
  identities: {
    about: 'Accounts elsewhere that log in here',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'id user_id provider issuer last_used_at created_at updated_at',
    personal: { subject: '', email: null },
    secrets: { identity_hash: '' },
    names: 'email',
  },
  notifications: {
    about: 'The feed in the app',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'id user_id kind subject_id read_at created_at',
    personal: { title: '', body: '' },
  },
  email_logs: {
    about: 'Mails that were sent',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: `id user_id template template_version message_id status attempts resend_of expires_at
      sent_at created_at`,
    personal: { to_address: '', subject: '', body: '', provider_response: null },
    secrets: { secrets: null },
  },
  sms_logs: {
    about: 'Text messages that were sent',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: `id user_id template template_version status attempts resend_of expires_at sent_at
      created_at`,
    personal: { to_number: '', body: '', provider_response: null },
    secrets: { secrets: null },
  },
  files: {
    about: 'Files',
    whose: { self: 'owner_id' },
    rowsGo: ['self'],
    facts: 'id owner_id purpose content_type size width height created_at',
    inner: 'disk_key thumbnail_key',
    personal: { file_name: '' },
  },
  file_usages: {
    about: 'How much room the files take',
    whose: { self: 'owner_id' },
    rowsGo: ['self'],
    facts: 'owner_id used_bytes',
  },
  data_exports: {
    about: 'Exports like this one',
    whose: { self: 'user_id' },
    rowsGo: ['self'],
    facts: 'id user_id status file_id expires_at ready_at created_at',
    inner: 'open_for',
  },
  erasures: {
    about: 'That the account was erased',
    whose: { self: 'user_id' },
    staysFor: 'a restored backup is erased again by it',
    facts: 'id user_id origin requested_by looks swept_at created_at',
    inner: 'traces',
  },
}
