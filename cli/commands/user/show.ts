import { defineShow } from '../../define/show.ts'
import { PATH, READ, moreFields, noteColumns, userColumns } from './shared.ts'
import type { Row } from '../../output/columns.ts'

/** The rows of a member that is not there for everybody. */
const rowsOf = (name: string) => (file: Row) => (file[name] as Row[] | undefined) ?? []
const newestOf = (name: string) => (file: Row) =>
  ((file[name] as Row | undefined)?.newest as Row[] | undefined) ?? []

export default defineShow({
  summary: 'everything about one on one page; what your role may not read is left out',
  permission: READ,
  argument: 'user-id',
  path: PATH,
  columns: [
    ...userColumns.map((column) => ({ ...column, wide: false })),
    { key: 'statusReason', title: 'because' },
    { key: 'isEmailVerified', title: 'e-mail confirmed' },
    { key: 'isPhoneVerified', title: 'phone confirmed' },
    { key: 'client.companyName', title: 'company' },
    { key: 'partner.id', title: 'partner' },
    { key: 'partner.status', title: 'verification' },
    { key: 'partner.rating.average', title: 'stars' },
    { key: 'sessions.count', title: 'sessions' },
    { key: 'sessions.lastDevice.userAgent', title: 'last device' },
    { key: 'sessions.lastDevice.lastSeenAt', title: 'last seen' },
    { key: 'inquiries.count', title: 'inquiries' },
    { key: 'notes.count', title: 'notes on file' },
  ],
  sections: [
    {
      title: 'Balances',
      rows: (file) => ((file.partner as Row | null)?.balances as Row[] | undefined) ?? [],
      columns: [
        { key: 'currency' },
        { key: 'available' },
        { key: 'pending' },
        { key: 'held' },
        { key: 'debt' },
      ],
    },
    {
      title: 'Trade',
      rows: rowsOf('trade'),
      columns: [{ key: 'currency' }, { key: 'count' }, { key: 'paid' }, { key: 'refunded' }],
    },
    {
      title: 'Orders',
      rows: rowsOf('orders'),
      columns: [
        { key: 'id', title: 'order', id: true },
        { key: 'number' },
        { key: 'status' },
        { key: 'total' },
        { key: 'createdAt', title: 'created' },
      ],
    },
    {
      title: 'Open cases',
      rows: rowsOf('openCases'),
      columns: [
        { key: 'kind' },
        { key: 'id', id: true },
        { key: 'status' },
        { key: 'amount' },
        { key: 'orderId', title: 'order' },
      ],
    },
    {
      title: 'Payments',
      rows: rowsOf('payments'),
      columns: [
        { key: 'id', title: 'payment', id: true },
        { key: 'status' },
        { key: 'amount' },
        { key: 'gateway' },
        { key: 'createdAt', title: 'created' },
      ],
    },
    { title: 'Notes', rows: newestOf('notes'), columns: noteColumns },
    {
      title: 'Mails',
      rows: rowsOf('mails'),
      columns: [{ key: 'createdAt', title: 'when' }, { key: 'status' }, { key: 'subject' }],
    },
    {
      title: 'What staff did',
      rows: rowsOf('staffActions'),
      columns: [
        { key: 'createdAt', title: 'when' },
        { key: 'actor.name', title: 'who' },
        { key: 'action' },
        { key: 'reason' },
      ],
    },
  ],
  moreFields: [
    ...moreFields,
    ...['language', 'timezone', 'avatar', 'preferences', 'completionPercentage', 'missing'],
    ...['addresses', 'trade', 'orders', 'openCases', 'payments', 'mails', 'staffActions'],
  ],
  examples: [
    { what: 'the whole file', line: 'souk user show usr_01jd3x' },
    { what: 'the newest orders', line: "souk user show usr_01jd3x --jq '.orders[].number'" },
  ],
})
