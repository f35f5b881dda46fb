import { RegionSchema } from '#database/schema'

/** A part of the world with one currency and one tax rate. */
export default class Region extends RegionSchema {
  static selfAssignPrimaryKey = true
}
