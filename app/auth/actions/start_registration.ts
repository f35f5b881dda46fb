import { answerTime, BEGUN_REGISTRATION } from '#auth/services/answer_time'
import { CODE_LIFE, maySend } from '#auth/services/challenges'
import { hashPassword, passwordMark } from '#auth/services/passwords'
import { pendingRegistration, sendRegistrationCode } from '#auth/services/registrations'
import { write, type Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { queueEmail } from '#notifications/services/messages'

export interface RegistrationInput {
  name: string
  email?: string
  phone?: string
  password: string
  role: 'client' | 'partner'
  businessName?: string
  /** ISO country of the caller's address, if known */
  country: string | null
}

export interface PendingVerification {
  channel: 'email' | 'sms'
  /** epoch ms */
  expiresAt: number
}

/**
 * Begins a registration: the account itself is made when the code comes back, from what this
 * challenge holds, so nobody can occupy an address that is not theirs. Where others have begun one for
 * the address with another password, none of the passwords will count. Known addresses get the same
 * answer in the same time, and a mail that says so.
 */
export default class StartRegistration {
  async execute(input: RegistrationInput): Promise<PendingVerification> {
    const timeToAnswer = answerTime(BEGUN_REGISTRATION)
    const { password, ...rest } = input
    const subject = input.email ?? input.phone!
    const [passwordHash, mark] = await Promise.all([
      hashPassword(password),
      passwordMark(password, subject),
    ])
    await write(async (trx) => {
      if (!(await maySend(trx, subject))) return
      const known = await this.#ownerOf(trx, input)
      if (known) return this.#tellOwner(trx, known)
      const before = await pendingRegistration(trx, subject)
      const isContested = before !== null && (before.data.isContested || before.data.mark !== mark)
      await sendRegistrationCode(trx, {
        userId: before?.userId ?? newId('user'),
        data: { ...rest, passwordHash, mark, isContested },
      })
    })
    const expiresAt = clock.now() + CODE_LIFE
    await timeToAnswer
    return { channel: input.email ? 'email' : 'sms', expiresAt }
  }

  /** A number is somebody's once it is confirmed; before, anybody may have typed it. */
  async #ownerOf(trx: Transaction, { email, phone }: RegistrationInput) {
    const users = trx.from('users')
    return email
      ? users.where({ email }).first()
      : users.where({ phone: phone! }).whereNotNull('phone_verified_at').first()
  }

  async #tellOwner(trx: Transaction, user: { id: string; email: string | null; name: string }) {
    if (!user.email) return
    await queueEmail(trx, {
      userId: user.id,
      to: user.email,
      template: 'already_registered',
      data: { name: user.name },
    })
  }
}
