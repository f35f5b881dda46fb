import type { Transaction } from '#core/database/write'
import { NotFound } from '#core/errors'
import type { UserStatus } from '#users/models/user'
import type { CustomerRole } from '#clients/queries/list_customers'

export interface Account {
  id: string
  role: CustomerRole
  status: UserStatus
  name: string
  email: string | null
  phone: string | null
  twoFactor: string
}

/**
 * The account of a client or a partner.
 *
 * @throws NotFound for staff accounts, too
 */
export async function customerById(
  client: Pick<Transaction, 'from'>,
  userId: string
): Promise<Account> {
  const row = await client
    .from('users')
    .where('id', userId)
    .whereIn('role', ['client', 'partner'])
    .select('id', 'role', 'status', 'name', 'email', 'phone', 'two_factor as twoFactor')
    .first()
  if (!row) throw new NotFound()
  return row
}

/**
 * The same behind its lock, for whoever changes it; an account that was deleted is changed no more.
 *
 * @throws NotFound
 */
export async function lockCustomer(trx: Transaction, userId: string): Promise<Account> {
  await trx.from('users').where('id', userId).forUpdate().select('id')
  const account = await customerById(trx, userId)
  if (account.status === 'deleted') throw new NotFound()
  return account
}
