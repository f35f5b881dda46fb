import { recordAudit } from '#audit/record'
import { AlreadyVerified, NoEmailAddress } from '#clients/errors'
import { lockCustomer } from '#clients/queries/customer_by_id'
import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { clock } from '#core/support/clock'

/** Staff vouch for an address that its owner could not confirm by code. */
export default class VerifyEmail {
  /** @throws NotFound, NoEmailAddress, AlreadyVerified */
  async execute({ actor, customerId }: { actor: Actor; customerId: string }): Promise<void> {
    await write(async (trx) => {
      const account = await lockCustomer(trx, customerId)
      if (account.email === null) throw new NoEmailAddress()
      const now = clock.now()
      const open = trx.from('users').where('id', customerId).whereNull('email_verified_at')
      if (!(await changedOne(open, { email_verified_at: now, updated_at: now })))
        throw new AlreadyVerified()
      await recordAudit(trx, {
        actor,
        action: 'customer.email_verified',
        subject: { type: 'user', id: customerId },
        before: { isEmailVerified: false },
        after: { isEmailVerified: true },
      })
    })
  }
}
