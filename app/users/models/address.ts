import { AddressSchema } from '#database/schema'

/** One entry of a user's address book. */
export default class Address extends AddressSchema {
  static selfAssignPrimaryKey = true
}
