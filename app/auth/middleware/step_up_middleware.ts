import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { assertFreshProof } from '#auth/services/fresh_proofs'

/** Lets only sessions through that have proved themselves within the last five minutes. */
export default class StepUpMiddleware {
  async handle({ actor }: HttpContext, next: NextFn) {
    await assertFreshProof(actor!)
    return next()
  }
}
