import { recordAudit } from '#audit/record'
import { maySend } from '#auth/services/challenges'
import { mailResetLink } from '#auth/services/reset_mail'
import { AccountNotThere } from '#auth/errors'
import { NoEmailAddress, TooManyMails } from '#clients/errors'
import { lockCustomer, type Account } from '#clients/queries/customer_by_id'
import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { countUse, type Cap } from '#core/limits/usage_cap'
import { queueEmail } from '#notifications/services/messages'

const CUSTOM_MAILS: Cap = { kind: 'custom_mails', max: 20, per: 'day' }

interface Target {
  actor: Actor
  customerId: string
}

type Reachable = Account & { email: string }

/** Mails that staff send to one client or partner. */
export default class MailCustomer {
  /**
   * A mail in staff's own words, also to closed accounts.
   *
   * @returns the id of the mail's log row
   * @throws NotFound, NoEmailAddress
   * @throws TooManyMails after twenty on one day
   */
  async custom(input: Target & { subject: string; body: string }): Promise<string> {
    const { actor, customerId, subject, body } = input
    return write(async (trx) => {
      const account = await reachable(trx, customerId)
      if (!(await countUse(trx, CUSTOM_MAILS, customerId))) throw new TooManyMails()
      const id = await queueEmail(trx, {
        userId: customerId,
        to: account.email,
        template: 'custom',
        data: { name: account.name, subject, body },
      })
      await recordAudit(trx, {
        actor,
        action: 'customer.mailed',
        subject: { type: 'user', id: customerId },
        after: { emailLogId: id },
      })
      return id
    })
  }

  /**
   * The link that sets a new password: to its owner, and nobody else sees it.
   *
   * @throws NotFound, NoEmailAddress
   * @throws AccountNotThere when the account is closed: a new password would not open it
   * @throws TooManyMails after five in an hour, ten on a day, counted with what the owner asked for
   */
  async resetLink({ actor, customerId }: Target): Promise<void> {
    await write(async (trx) => {
      const account = await reachable(trx, customerId)
      if (account.status !== 'active') throw new AccountNotThere(account.status)
      if (!(await maySend(trx, account.email))) throw new TooManyMails()
      await mailResetLink(trx, account)
      await recordAudit(trx, {
        actor,
        action: 'customer.password_reset_sent',
        subject: { type: 'user', id: customerId },
      })
    })
  }
}

async function reachable(trx: Transaction, customerId: string): Promise<Reachable> {
  const account = await lockCustomer(trx, customerId)
  if (account.email === null) throw new NoEmailAddress()
  return { ...account, email: account.email }
}
