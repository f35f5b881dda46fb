import { PartnerPlatformSchema } from '#database/schema'

/** One platform that a partner works on. */
export default class PartnerPlatform extends PartnerPlatformSchema {
  static table = 'partner_platforms'
  static selfAssignPrimaryKey = true
}
