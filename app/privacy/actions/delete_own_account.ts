import { isPassword } from '#auth/services/passwords'
import type { Actor } from '#core/actor'
import { InvalidField } from '#core/errors'
import EraseAccount, { type Erasure } from '#privacy/actions/erase_account'
import User from '#users/models/user'

interface DeletionInput {
  actor: Actor
  password: string
  /** the e-mail address of the account, or its number when it has none: typed, not clicked */
  confirm: string
}

/** Somebody wants to be forgotten, and proves who they are. */
export default class DeleteOwnAccount {
  constructor(private eraseAccount = new EraseAccount()) {}

  /**
   * @throws InvalidField (422) for a wrong password, or another address than the account's
   * @throws StaffAccountStays, OpenMatters (409)
   */
  async execute({ actor, password, confirm }: DeletionInput): Promise<Erasure> {
    const user = await User.findOrFail(actor.id)
    if (!(await isPassword(password, user.passwordHash)))
      throw new InvalidField('password', 'password', 'The password is not right')
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
