import { InvalidArgumentError } from 'commander'
import { periodFilters, timeFilter } from '../../define/period.ts'
import type { Filter } from '../../define/list.ts'
import type { Column } from '../../output/columns.ts'

/** What staff need to look at accounts, and to change them. */
export const READ = 'customers.read'
export const WRITE = 'customers.write'
export const DELETE = 'customers.delete'

/** What staff need to note something about somebody. */
export const NOTES = 'notes.write'

export const PATH = '/admin/customers/:id'

export const userColumns: Column[] = [
  { key: 'id', title: 'user', id: true },
  { key: 'role' },
  { key: 'status' },
  { key: 'name' },
  { key: 'email' },
  { key: 'partner.businessName', title: 'shop' },
  { key: 'lastLoginAt', title: 'last login' },
  { key: 'createdAt', title: 'created' },
  { key: 'phone', wide: true },
  { key: 'country', wide: true },
  { key: 'suspendedUntil', title: 'suspended until', wide: true },
  { key: 'twoFactor', title: '2fa', wide: true },
]

export const moreFields = ['regionId', 'isEmailVerified', 'isPhoneVerified']

export const userFilters: Filter[] = [
  { flags: '--role <role>', description: 'who buys or who sells', choices: ['client', 'partner'] },
  {
    flags: '--status <status>',
    description: 'only this state; all but deleted when absent',
    choices: ['active', 'suspended', 'banned', 'deleted'],
  },
  { flags: '--country <code>', description: 'such as DE' },
  { flags: '--region <id>', description: 'only of this region', param: 'regionId' },
  { flags: '--verified <yes|no>', description: 'an address is confirmed', parse: parseYesNo },
  {
    flags: '--two-factor <yes|no>',
    description: 'a second factor is on',
    parse: parseYesNo,
  },
  timeFilter('--last-login', 'logged in since: 30d, 2026-01-31 or a time', 'lastLoginSince'),
  timeFilter('--idle-since', 'not logged in since', 'lastLoginUntil'),
  ...periodFilters({ since: 'createdSince', until: 'createdUntil' }, 'created'),
  {
    flags: '--sort <by>',
    description: 'newest first, last seen first, or by name',
    choices: ['created', 'lastLogin', 'name'],
  },
]

export const noteColumns: Column[] = [
  { key: 'id', title: 'note', id: true },
  { key: 'createdAt', title: 'when' },
  { key: 'author.name', title: 'by' },
  { key: 'isPinned', title: 'pinned' },
  { key: 'isEdited', title: 'edited' },
  { key: 'body' },
]

export const noteFields = ['customerId', 'editedAt']

function parseYesNo(text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw new InvalidArgumentError('Expected yes or no.')
}
