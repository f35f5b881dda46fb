import { assertOwnPassword } from '#auth/services/own_password'
import type { Actor } from '#core/actor'
import { InvalidField } from '#core/errors'
import EraseAccount, { type Erasure } from '#privacy/actions/erase_account'
import User from '#users/models/user'

interface DeletionInput {
  actor: Actor
  /** asked of nobody: the session has just proved itself; when it is given it must be right */
  password?: string
  /** the e-mail address of the account, or its number when it has none: typed, not clicked */
  confirm: string
}

/** Somebody wants to be forgotten. The route asks for a fresh proof of who they are. */
export default class DeleteOwnAccount {
  constructor(private eraseAccount = new EraseAccount()) {}

  /**
   * @throws InvalidField (422) for a wrong password, or another address than the account's
   * @throws SecondFactorLocked (429) after too many wrong passwords
   * @throws StaffAccountStays, OpenMatters (409)
   */
  async execute({ actor, password, confirm }: DeletionInput): Promise<Erasure> {
    const user = await User.findOrFail(actor.id)
    if (password !== undefined) await assertOwnPassword(user, password)
    const address = user.email ?? user.phone
    if (confirm.trim().toLowerCase() !== address?.toLowerCase())
      throw new InvalidField(
        'confirm',
        'confirm',
        `Repeat the ${user.email ? 'e-mail address' : 'number'} of the account`
      )
    return this.eraseAccount.execute({ actor, userId: actor.id })
  }
}
