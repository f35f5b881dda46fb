import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type Device from '#users/models/device'

/** A registered device; its push token is not repeated. */
export default class DeviceTransformer extends BaseTransformer<Device> {
  toObject() {
    const { id, platform, createdAt } = this.resource
    return { id, platform, createdAt: toIso(createdAt) }
  }
}
