import { InvalidCode } from '#auth/errors'
import { consume, type Challenge } from '#auth/services/challenges'
import { beginLogIn, type LogInResult, type LogInTerms } from '#auth/services/log_ins'
import { isStaffRole } from '#core/actor'
import { write } from '#core/database/write'
import User from '#users/models/user'

/** Log-in by a code texted to a phone; an account with a second factor still has to show that. */
export default class LogInWithCode {
  /** @throws InvalidCode when the code was used meanwhile, the number is the account's no more, or it may not log in */
  async execute({
    challenge,
    ...terms
  }: LogInTerms & { challenge: Challenge }): Promise<LogInResult> {
    return write(async (trx) => {
      if (!(await consume(trx, challenge.id))) throw new InvalidCode()
      const user = await User.query({ client: trx }).where('id', challenge.userId!).first()
      const isOwn = user?.phone === challenge.subject && user.phoneVerifiedAt !== null
      if (!user?.isActive || !isOwn || isStaffRole(user.role)) throw new InvalidCode()
      return beginLogIn(trx, user, terms, 'sms')
    })
  }
}
