import { recordAudit } from '#audit/record'
import { InvalidRefreshToken } from '#auth/errors'
import { forgetSessions } from '#auth/services/session_states'
import { rotate, type IssuedTokens } from '#auth/services/sessions'
import { write } from '#core/database/write'
import { queueEmail } from '#notifications/services/messages'
import User from '#users/models/user'

/** Exchanges a refresh token; a stolen one ends its session, and the owner is told by mail. */
export default class RefreshSession {
  /** @throws InvalidRefreshToken when the token is not good, for whatever reason */
  async execute({ refreshToken }: { refreshToken: string }): Promise<{
    user: User
    tokens: IssuedTokens
  }> {
    const result = await write(async (trx) => {
      const rotation = await rotate(trx, refreshToken)
      if (rotation.outcome === 'refused') return null
      const user = await User.query({ client: trx }).where('id', rotation.userId).firstOrFail()
      if (rotation.outcome === 'rotated') return { user, tokens: rotation.tokens }

      forgetSessions([rotation.sessionId])
      await recordAudit(trx, {
        actor: null,
        action: 'session.refresh_reused',
        subject: { type: 'user', id: user.id },
        after: { sessionId: rotation.sessionId },
      })
      if (user.email)
        await queueEmail(trx, {
          userId: user.id,
          to: user.email,
          template: 'session_stolen',
          data: { name: user.name },
        })
      return null
    })
    if (!result) throw new InvalidRefreshToken()
    return result
  }
}
