import { recordAudit } from '#audit/record'
import { InvalidCode } from '#auth/errors'
import { consume, type Challenge } from '#auth/services/challenges'
import { openSession, type IssuedTokens, type Origin } from '#auth/services/sessions'
import { write } from '#core/database/write'
import User from '#users/models/user'

/** Opens the session that a checked code (second factor, or a code texted to a phone) stands for. */
export default class LogInWithCode {
  /** @throws InvalidCode when the code was used meanwhile, or the account may not log in */
  async execute(input: {
    challenge: Challenge
    transport: 'bearer' | 'cookie'
    origin: Origin
  }): Promise<{ user: User; tokens: IssuedTokens }> {
    const { challenge, transport, origin } = input
    return write(async (trx) => {
      if (!(await consume(trx, challenge.id))) throw new InvalidCode()
      const user = await User.query({ client: trx }).where('id', challenge.userId!).first()
      if (!user?.isActive) throw new InvalidCode()
      const tokens = await openSession(trx, user.id, transport, origin)
      await recordAudit(trx, {
        actor: null,
        action: 'session.opened',
        subject: { type: 'user', id: user.id },
        after: { sessionId: tokens.sessionId, ip: origin.ip },
      })
      return { user, tokens }
    })
  }
}
