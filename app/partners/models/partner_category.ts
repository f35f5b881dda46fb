import { PartnerCategorySchema } from '#database/schema'

/** One category that a partner serves. */
export default class PartnerCategory extends PartnerCategorySchema {
  static table = 'partner_categories'
  static selfAssignPrimaryKey = true
}
