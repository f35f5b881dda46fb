import { recordAudit } from '#audit/record'
import { InvalidRefreshToken } from '#auth/errors'
import { tellOwner } from '#auth/services/security_mails'
import { forgetSessions } from '#auth/services/session_states'
import { rotate, type IssuedTokens } from '#auth/services/sessions'
import { write } from '#core/database/write'
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
      await tellOwner(trx, user, 'session_stolen', {})
      return null
    })
    if (!result) throw new InvalidRefreshToken()
    return result
  }
}
