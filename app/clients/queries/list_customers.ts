import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { meaning, narrowingByText } from '#clients/services/account_search'
import { byIndex, fewestOf, fromFew, type Narrowing } from '#core/database/few_rows'
import { keysetPage, type Page, type PageRequest, type SortKey } from '#core/support/page'
import type { UserStatus } from '#users/models/user'

export type CustomerRole = 'client' | 'partner'

export interface CustomerFilters {
  role?: CustomerRole
  status?: UserStatus
  country?: string
  regionId?: string
  /** whether an address, e-mail or phone, is confirmed */
  verified?: boolean
  twoFactor?: boolean
  /** epoch ms; since is included, until is not */
  lastLoginSince?: number
  /** who never logged in is before any time */
  lastLoginUntil?: number
  createdSince?: number
  createdUntil?: number
  /** how a name, an e-mail address, a phone number or an id begins */
  search?: string
  sort: 'created' | 'lastLogin' | 'name'
}

export interface CustomerRow {
  id: string
  role: CustomerRole
  status: UserStatus
  name: string
  name_key: string
  email: string | null
  phone: string | null
  country: string | null
  region_id: string | null
  email_verified_at: number | null
  phone_verified_at: number | null
  two_factor: string
  suspended_until: number | null
  last_login_at: number | null
  login_key: number
  created_at: number
}

/** An account with the shop that belongs to it. */
export type Customer = CustomerRow & { partner: PartnerBrief | null }

export interface PartnerBrief {
  id: string
  businessName: string
  status: string
}

const COLUMNS = [
  ...['id', 'role', 'status', 'name', 'name_key', 'email', 'phone', 'country', 'region_id'],
  ...['email_verified_at', 'phone_verified_at', 'two_factor', 'suspended_until'],
  ...['last_login_at', 'login_key', 'created_at'],
].map((column) => `users.${column}`)

const byId = (direction: 'asc' | 'desc'): SortKey<CustomerRow> => ({
  column: 'users.id',
  direction,
  valueOf: (row) => row.id,
})

const SORTS: Record<CustomerFilters['sort'], { index: string; keys: SortKey<CustomerRow>[] }> = {
  created: {
    index: 'users_created_at_id_index',
    keys: [
      {
        column: 'users.created_at',
        direction: 'desc',
        valueOf: (row) => Number(row.created_at),
      },
      byId('desc'),
    ],
  },
  lastLogin: {
    index: 'users_login_key_id_index',
    keys: [
      { column: 'users.login_key', direction: 'desc', valueOf: (row) => Number(row.login_key) },
      byId('desc'),
    ],
  },
  name: {
    index: 'users_name_key_id_index',
    keys: [
      { column: 'users.name_key', direction: 'asc', valueOf: (row) => row.name_key },
      byId('asc'),
    ],
  },
}

/** more than `fewestOf` calls few: who counts needs no more of a range */
const MANY = 1001

type Query = DatabaseQueryBuilderContract<CustomerRow>

/**
 * Clients and partners. The page is cut out of the index of its sort; a search or filter that leaves
 * only a few is read by its own index instead (docs/adr/0008-discovery.md). At most three queries.
 */
export default class ListCustomers {
  async execute(request: PageRequest, filters: CustomerFilters): Promise<Page<Customer>> {
    const { index, keys } = SORTS[filters.sort]
    const few = (await fewestOf(narrowingsOf(filters))) ?? allNamed(filters)
    const source = few
      ? fromFew('users', few, false)
      : { sql: byIndex('users', index), bindings: [] }
    const query: Query = db
      .from(db.raw(source.sql, source.bindings) as unknown as string)
      .select(COLUMNS)
    byColumns(query, filters)
    const { rows, meta } = await keysetPage<CustomerRow>(query, request, keys)
    const partners = await partnersOf(rows)
    return { rows: rows.map((row) => ({ ...row, partner: partners.get(row.id) ?? null })), meta }
  }
}

/**
 * A search that finds many is asked row by row along the sort, which has them here and there. Names by
 * name are all in one place, perhaps at its end: these are read whole, and sorted.
 */
function allNamed({ search, sort }: CustomerFilters): Narrowing | undefined {
  return search && sort === 'name' ? narrowingByText(search) : undefined
}

/** The filters that an index can count. */
function narrowingsOf(filters: CustomerFilters): Narrowing[] {
  const { role, status, country, regionId, verified, twoFactor, search } = filters
  const narrowings: Narrowing[] = search ? [narrowingByText(search, MANY)] : []
  const add = (filter: string, where: string, bindings: Narrowing['bindings']) =>
    narrowings.push({ filter, sql: `SELECT id FROM users WHERE ${where}`, bindings })
  if (role && status) add('status', 'role = ? AND status = ?', [role, status])
  else if (status) add('status', 'status = ?', [status])
  else if (role) add('role', 'role = ?', [role])
  if (country) add('country', 'country = ?', [country])
  if (regionId) add('region', 'region_id = ?', [regionId])
  if (verified === false)
    add('verified', 'email_verified_at IS NULL AND phone_verified_at IS NULL', [])
  if (twoFactor) add('twoFactor', "two_factor <> 'off'", [])
  const times = (column: string, since?: number, until?: number) => {
    if (since === undefined && until === undefined) return
    add(column, `${column} >= ? AND ${column} < ?`, [since ?? 0, until ?? Number.MAX_SAFE_INTEGER])
  }
  times('created_at', filters.createdSince, filters.createdUntil)
  times('login_key', filters.lastLoginSince, filters.lastLoginUntil)
  return narrowings
}

function byColumns(query: Query, filters: CustomerFilters) {
  const { role, status, country, regionId, verified, twoFactor, search } = filters
  if (search) {
    const { sql, bindings } = meaning(search)
    query.whereRaw(sql, bindings)
  }
  if (role) query.where('users.role', role)
  else query.whereIn('users.role', ['client', 'partner'])
  if (status) query.where('users.status', status)
  else query.whereNot('users.status', 'deleted')
  if (country) query.where('users.country', country)
  if (regionId) query.where('users.region_id', regionId)
  if (verified === true)
    query.whereRaw('(users.email_verified_at IS NOT NULL OR users.phone_verified_at IS NOT NULL)')
  if (verified === false)
    query.whereNull('users.email_verified_at').whereNull('users.phone_verified_at')
  if (twoFactor === true) query.whereNot('users.two_factor', 'off')
  if (twoFactor === false) query.where('users.two_factor', 'off')
  between(query, 'users.created_at', filters.createdSince, filters.createdUntil)
  between(query, 'users.login_key', filters.lastLoginSince, filters.lastLoginUntil)
}

function between(query: Query, column: string, since?: number, until?: number) {
  if (since !== undefined) query.where(column, '>=', since)
  if (until !== undefined) query.where(column, '<', until)
}

async function partnersOf(rows: CustomerRow[]): Promise<Map<string, PartnerBrief>> {
  const ids = rows.filter((row) => row.role === 'partner').map((row) => row.id)
  const found: { id: string; user_id: string; business_name: string; status: string }[] = await db
    .from('partners')
    .whereIn('user_id', ids)
    .select('id', 'user_id', 'business_name', 'status')
  return new Map(
    found.map(({ id, user_id: userId, business_name: businessName, status }) => [
      userId,
      { id, businessName, status },
    ])
  )
}
