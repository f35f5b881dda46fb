import { LocationSchema } from '#database/schema'

/** A city that partners serve and clients ask for. */
export default class Location extends LocationSchema {
  static selfAssignPrimaryKey = true
}
