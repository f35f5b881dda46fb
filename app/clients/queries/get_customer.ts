import db from '@adonisjs/lucid/services/db'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import {
  newestOrders,
  newestPayments,
  openCases,
  tradeSums,
  type Subject,
} from '#clients/queries/customer_money'
import {
  deedsOf,
  inquiriesOf,
  newestMails,
  notesOf,
  sessionsOf,
} from '#clients/queries/customer_traces'
import ListImpersonations from '#impersonation/queries/list_impersonations'
import { partnerBalances } from '#ledger/services/partner_money'
import Partner from '#partners/models/partner'
import type Address from '#users/models/address'
import type { Permission } from '#users/permissions'
import GetProfile, { type Profile } from '#users/queries/get_profile'
import ListAddresses from '#users/queries/list_addresses'

const NEWEST_LOOKS = 5

type Section<T> = (subject: Subject) => Promise<T>

/** What only some staff may read, by the permission it takes; nobody else's answer has the member. */
const SECTIONS = {
  balances: guarded('withdrawals.review', ({ partnerId }) =>
    partnerId ? partnerBalances(db, partnerId) : Promise.resolve([])
  ),
  trade: guarded('orders.read', tradeSums),
  orders: guarded('orders.read', newestOrders),
  cases: guarded('payments.read', openCases),
  payments: guarded('payments.read', newestPayments),
  inquiries: guarded('leads.work', inquiriesOf),
  mails: guarded('notifications.read', newestMails),
  notes: guarded('notes.write', notesOf),
  deeds: guarded('audit.read', deedsOf),
  looks: guarded('impersonation.use', ({ userId }) =>
    new ListImpersonations().execute({ customerId: userId, limit: NEWEST_LOOKS })
  ),
}

type Sections = {
  [Name in keyof typeof SECTIONS]?: Awaited<ReturnType<(typeof SECTIONS)[Name]['load']>>
}

/** Everything about one client or partner that the asker may read. */
export type CustomerFile = Sections & {
  account: Profile
  addresses: Address[]
  partner: Partner | null
  sessions: Awaited<ReturnType<typeof sessionsOf>>
}

/** Everything about one on one page: some twenty queries, however much there is. */
export default class GetCustomer {
  constructor(
    private getProfile = new GetProfile(),
    private listAddresses = new ListAddresses()
  ) {}

  /** @throws NotFound for staff accounts, too */
  async execute(actor: Pick<Actor, 'permissions'>, userId: string): Promise<CustomerFile> {
    const account = await this.getProfile.execute(userId)
    if (account.user.isStaff) throw new NotFound()
    const { partner } = account
    const subject = { userId, partnerId: partner?.id ?? null }
    return {
      account,
      addresses: await this.listAddresses.execute(userId),
      partner: partner && (await Partner.find(partner.id)),
      sessions: await sessionsOf(subject),
      ...(await sectionsFor(actor, subject)),
    }
  }
}

async function sectionsFor({ permissions }: Pick<Actor, 'permissions'>, subject: Subject) {
  const readable = Object.entries(SECTIONS).filter(([, one]) => permissions.has(one.permission))
  const loaded = readable.map(async ([name, one]) => [name, await one.load(subject)])
  return Object.fromEntries(await Promise.all(loaded)) as Sections
}

function guarded<T>(permission: Permission, load: Section<T>) {
  return { permission, load }
}
