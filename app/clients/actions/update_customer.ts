import { recordAudit } from '#audit/record'
import { lockCustomer } from '#clients/queries/customer_by_id'
import type { Actor } from '#core/actor'
import { isDuplicate } from '#core/database/driver_errors'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { queueEmail } from '#notifications/services/messages'
import { storeProfile, type ProfileChanges } from '#users/services/store_profile'

export interface CustomerChanges extends ProfileChanges {
  phone?: string | null
}

/**
 * Staff change what an account tells about its holder, who is told by mail. Never role, state, address
 * of log-in or money; a new phone number is not confirmed.
 */
export default class UpdateCustomer {
  /**
   * @throws NotFound for staff accounts, and for deleted ones
   * @throws InvalidField when the number is somebody else's, or the only way to log in; when a
   * partner gets a client's fields
   */
  async execute(input: CustomerChanges & { actor: Actor; customerId: string }): Promise<void> {
    const { actor, customerId, phone, ...changes } = input
    const fields = Object.entries({ phone, ...changes })
      .filter(([, value]) => value !== undefined)
      .map(([name]) => name)
    if (fields.length === 0) return
    await write(async (trx) => {
      const account = await lockCustomer(trx, customerId)
      if (phone === null && account.email === null)
        throw new InvalidField('phone', 'required', 'The number is the only way to log in')
      await storeProfile(trx, account, changes)
      if (phone !== undefined && phone !== account.phone) await storePhone(trx, customerId, phone)
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

async function storePhone(trx: Transaction, userId: string, phone: string | null) {
  try {
    await trx.from('users').where('id', userId).update({ phone, phone_verified_at: null })
  } catch (error) {
    if (isDuplicate(error))
      throw new InvalidField('phone', 'unique', 'There is an account with this number')
    throw error
  }
}
