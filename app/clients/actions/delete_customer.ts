import db from '@adonisjs/lucid/services/db'
import { customerById } from '#clients/queries/customer_by_id'
import type { Actor } from '#core/actor'
import EraseAccount from '#privacy/actions/erase_account'

interface DeletionInput {
  actor: Actor
  customerId: string
  /** kept in the audit trail, without what names the person */
  reason: string
}

/** Staff delete the account of a client or a partner, as its owner could: once, whoever asks again. */
export default class DeleteCustomer {
  constructor(private eraseAccount = new EraseAccount()) {}

  /**
   * @throws NotFound for staff accounts, too
   * @throws OpenMatters (409) while there is money or work that somebody waits for
   */
  async execute({ actor, customerId, reason }: DeletionInput): Promise<void> {
    await customerById(db, customerId)
    await this.eraseAccount.execute({ actor, userId: customerId, reason })
  }
}
