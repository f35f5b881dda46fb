import { recordAudit } from '#audit/record'
import { InvalidCredentials } from '#auth/errors'
import { answerTime, REFUSED_LOG_IN } from '#auth/services/answer_time'
import { beginLogIn, type LogInResult, type LogInTerms } from '#auth/services/log_ins'
import { isPassword } from '#auth/services/passwords'
import { write } from '#core/database/write'
import User from '#users/models/user'

export interface LogInInput extends LogInTerms {
  email?: string
  phone?: string
  password: string
}

/** Log-in by password; accounts with a second factor get a challenge instead of a session. */
export default class LogIn {
  /** @throws InvalidCredentials for an unknown account and a wrong password alike */
  async execute(input: LogInInput): Promise<LogInResult> {
    const user = await this.prove(input)
    return write((trx) => beginLogIn(trx, user, input))
  }

  /**
   * Whose password this is.
   *
   * @throws InvalidCredentials for an unknown account and a wrong password alike
   */
  async prove(input: Pick<LogInInput, 'email' | 'phone' | 'password'>): Promise<User> {
    const timeToRefuse = answerTime(REFUSED_LOG_IN)
    const user = await ownerOf(input)
    const isRight = await isPassword(input.password, user?.passwordHash ?? null)
    if (!user || !isRight || !user.isActive) {
      if (user) await this.#noteFailure(user)
      await timeToRefuse
      throw new InvalidCredentials()
    }
    return user
  }

  async #noteFailure(user: User) {
    await write((trx) =>
      recordAudit(trx, {
        actor: null,
        action: 'session.refused',
        subject: { type: 'user', id: user.id },
      })
    )
  }
}

/** A number is the account's that has confirmed it. */
function ownerOf({ email, phone }: Pick<LogInInput, 'email' | 'phone'>): Promise<User | null> {
  if (email) return User.findBy({ email })
  return User.query().where({ phone: phone! }).whereNotNull('phoneVerifiedAt').first()
}
