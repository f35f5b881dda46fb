import { BaseTransformer } from '@adonisjs/core/transformers'
import type { KnownDeviceRow } from '#auth/queries/list_known_devices'
import { clock, toIso } from '#core/support/clock'

/** A device that an account knows, as its owner sees it. */
export default class KnownDeviceTransformer extends BaseTransformer<KnownDeviceRow> {
  toObject() {
    const { id, name, isCurrent, ...times } = this.resource
    const rememberedUntil = Number(times.remembered_until)
    return {
      id,
      name,
      isCurrent,
      // until then the password alone is enough there
      rememberedUntil: rememberedUntil > clock.now() ? toIso(rememberedUntil) : null,
      lastSeenAt: toIso(Number(times.last_seen_at)),
      createdAt: toIso(Number(times.created_at)),
    }
  }
}
