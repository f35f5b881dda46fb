import { recordAudit } from '#audit/record'
import { InvalidCredentials } from '#auth/errors'
import { answerTime, REFUSED_LOG_IN } from '#auth/services/answer_time'
import { CODE_LIFE, issueCode, maySend } from '#auth/services/challenges'
import { isPassword } from '#auth/services/passwords'
import { openSession, type IssuedTokens, type Origin } from '#auth/services/sessions'
import { write, type Transaction } from '#core/database/write'
import { MINUTE } from '#core/support/clock'
import { queueEmail } from '#notifications/services/messages'
import User from '#users/models/user'

export interface LogInInput {
  email?: string
  phone?: string
  password: string
  transport: 'bearer' | 'cookie'
  origin: Origin
}

/** Where somebody comes in, once the first factor is proven. */
export type Entrance = Pick<LogInInput, 'transport' | 'origin'>

export type LogInResult =
  | { kind: 'session'; user: User; tokens: IssuedTokens }
  | { kind: 'second factor'; challenge: string; methods: string[] }

/** Log-in by password; accounts with a second factor get a challenge instead of a session. */
export default class LogIn {
  /** @throws InvalidCredentials for an unknown account and a wrong password alike */
  async execute(input: LogInInput): Promise<LogInResult> {
    const user = await this.prove(input)
    return write((trx) => this.enter(trx, user, input))
  }

  /**
   * Whose password this is.
   *
   * @throws InvalidCredentials for an unknown account and a wrong password alike
   */
  async prove(input: Pick<LogInInput, 'email' | 'phone' | 'password'>): Promise<User> {
    const timeToRefuse = answerTime(REFUSED_LOG_IN)
    const user = await User.findBy(input.email ? { email: input.email } : { phone: input.phone! })
    const isRight = await isPassword(input.password, user?.passwordHash ?? null)
    if (!user || !isRight || !user.isActive) {
      if (user) await this.#noteFailure(user)
      await timeToRefuse
      throw new InvalidCredentials()
    }
    return user
  }

  /** What the first factor of an active account earns: a session, or the question for the second. */
  async enter(trx: Transaction, user: User, entrance: Entrance): Promise<LogInResult> {
    return user.twoFactor === 'off'
      ? this.#open(trx, user, entrance)
      : this.#challenge(trx, user, entrance)
  }

  async #open(trx: Transaction, user: User, input: Entrance): Promise<LogInResult> {
    const tokens = await openSession(trx, user.id, input.transport, input.origin)
    await recordAudit(trx, {
      actor: null,
      action: 'session.opened',
      subject: { type: 'user', id: user.id },
      after: { sessionId: tokens.sessionId, ip: input.origin.ip },
    })
    return { kind: 'session', user, tokens }
  }

  async #challenge(trx: Transaction, user: User, input: Entrance): Promise<LogInResult> {
    const { id, secret, expiresAt } = await issueCode(trx, {
      purpose: 'second_factor',
      subject: user.id,
      userId: user.id,
      data: { transport: input.transport },
    })
    if (user.email && (await maySend(trx, user.id)))
      await queueEmail(trx, {
        userId: user.id,
        to: user.email,
        template: 'login_code',
        data: { name: user.name, minutes: CODE_LIFE / MINUTE },
        secrets: { code: secret },
        expiresAt,
      })
    return { kind: 'second factor', challenge: id, methods: ['email'] }
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
