import type { HttpContext } from '@adonisjs/core/http'
import { providersInUse } from '#auth/services/outside/providers'
import OutsideProviderTransformer from '#auth/transformers/outside_provider_transformer'

/** The providers of log-ins. */
export default class OutsideProvidersController {
  /** With whom one can log in here, and where the browser begins. */
  async index({ serialize }: HttpContext) {
    return serialize(OutsideProviderTransformer.transform(providersInUse()))
  }
}
