import { CategorySchema } from '#database/schema'

/** What partners do and clients ask for; a node of the tree. */
export default class Category extends CategorySchema {
  static selfAssignPrimaryKey = true
}
