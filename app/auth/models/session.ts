import { SessionSchema } from '#database/schema'

/** One device's log-in. */
export default class Session extends SessionSchema {
  static selfAssignPrimaryKey = true
}
