import { VerificationSchema } from '#database/schema'

/** One submission for verification, with its verdict once there is one. */
export default class Verification extends VerificationSchema {
  static selfAssignPrimaryKey = true
}
