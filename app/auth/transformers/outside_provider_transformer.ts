import { BaseTransformer } from '@adonisjs/core/transformers'
import { providerLabel } from '#auth/services/outside/identity'
import { redirectUrl, type ProviderName } from '#auth/services/outside/providers'

/** A provider, as who wants to log in with it sees it. */
export default class OutsideProviderTransformer extends BaseTransformer<ProviderName> {
  toObject() {
    const provider = this.resource
    return { provider, label: providerLabel(provider), redirectUrl: redirectUrl(provider) }
  }
}
