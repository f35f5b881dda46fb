import { recordAudit } from '#audit/record'
import { NumberIsSecondFactor } from '#auth/errors'
import { voidCodesToNumber } from '#auth/services/half_log_ins'
import { lockCustomer, type Account } from '#clients/queries/customer_by_id'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { queueEmail } from '#notifications/services/messages'
import { storeProfile, type ProfileChanges } from '#users/services/store_profile'

export interface CustomerChanges extends ProfileChanges {
  phone?: string | null
}

/**
 * Staff change what an account tells about its holder, who is told by mail. Never role, state, address
 * of log-in or money; a new phone number is not confirmed, and opens nothing.
 */
export default class UpdateCustomer {
  /**
   * @throws NotFound for staff accounts, and for deleted ones
   * @throws InvalidField when the number is somebody else's, or the one there is is the only way to
   * log in; when a partner gets a client's fields
   * @throws NumberIsSecondFactor (409) when the second factor comes to the number that there is
   */
  async execute(input: CustomerChanges & { actor: Actor; customerId: string }): Promise<void> {
    const { actor, customerId, phone, ...changes } = input
    const fields = Object.entries({ phone, ...changes })
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name)
    if (fields.length === 0) return
    await write(async (trx) => {
      const account = await lockCustomer(trx, customerId)
      await storeProfile(trx, account, changes)
      if (phone !== undefined && phone !== account.phone) await storePhone(trx, account, phone)
      await recordAudit(trx, {
        actor,
        action: 'customer.changed',
        subject: { type: 'user', id: customerId },
        // which fields, not what they say: the audit trail outlives the person's data
        after: { fields },
      })
      if (account.email)
        await queueEmail(trx, {
          userId: customerId,
          to: account.email,
          template: 'account_changed',
          data: { name: account.name, fields: fields.join(', ') },
        })
    })
  }
}

async function storePhone(trx: Transaction, account: Account, phone: string | null) {
  const { id, email, twoFactor } = account
  if (email === null)
    throw new InvalidField('phone', 'only_way_in', 'The number is the only way to log in')
  if (twoFactor === 'sms') throw new NumberIsSecondFactor()
  if (phone !== null && (await isProven(trx, phone)))
    throw new InvalidField('phone', 'unique', 'There is an account with this number')
  await trx.from('users').where('id', id).update({ phone, phone_verified_at: null })
  await voidCodesToNumber(trx, id)
}

async function isProven(trx: Transaction, phone: string): Promise<boolean> {
  const owner = await trx.from('users').where({ phone }).whereNotNull('phone_verified_at').first()
  return owner !== null
}
