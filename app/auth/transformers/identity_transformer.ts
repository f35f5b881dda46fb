import { BaseTransformer } from '@adonisjs/core/transformers'
import type Identity from '#auth/models/identity'
import { toIso } from '#core/support/clock'

/** An account at a provider, as the owner of ours sees it. */
export default class IdentityTransformer extends BaseTransformer<Identity> {
  toObject() {
    const identity = this.resource
    return {
      ...this.pick(identity, ['id', 'provider', 'email']),
      lastUsedAt: toIso(identity.lastUsedAt),
      createdAt: toIso(identity.createdAt),
    }
  }
}
