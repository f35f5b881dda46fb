import { hashPassword } from '#auth/services/passwords'
import { CODE_LIFE, issueCode, maySend } from '#auth/services/challenges'
import { write, type Transaction } from '#core/database/write'
import { clock, MINUTE } from '#core/support/clock'
import { queueEmail, queueSms } from '#notifications/services/messages'

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
 * challenge holds, so nobody can occupy an address that is not theirs. Known addresses get the same
 * answer in the same time, and a mail that says so.
 */
export default class StartRegistration {
  async execute(input: RegistrationInput): Promise<PendingVerification> {
    const { password, ...rest } = input
    const passwordHash = await hashPassword(password)
    const subject = input.email ?? input.phone!
    await write(async (trx) => {
      if (!(await maySend(trx, subject))) return
      const known = await trx
        .from('users')
        .where(input.email ? { email: input.email } : { phone: input.phone! })
        .first()
      await (known ? this.#tellOwner(trx, known) : this.#sendCode(trx, { ...rest, passwordHash }))
    })
    return { channel: input.email ? 'email' : 'sms', expiresAt: clock.now() + CODE_LIFE }
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

  async #sendCode(
    trx: Transaction,
    data: Omit<RegistrationInput, 'password'> & { passwordHash: string }
  ) {
    const subject = data.email ?? data.phone!
    const { secret, expiresAt } = await issueCode(trx, { purpose: 'register', subject, data })
    const minutes = CODE_LIFE / MINUTE
    const message = { userId: null, secrets: { code: secret }, expiresAt }
    if (data.email)
      await queueEmail(trx, {
        ...message,
        to: data.email,
        template: 'verify_email',
        data: { name: data.name, minutes },
      })
    else
      await queueSms(trx, {
        ...message,
        to: data.phone!,
        template: 'phone_code',
        data: { minutes },
      })
  }
}
