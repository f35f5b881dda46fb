import { DeviceSchema } from '#database/schema'

/** A phone or browser that takes push messages. */
export default class Device extends DeviceSchema {
  static selfAssignPrimaryKey = true
}
