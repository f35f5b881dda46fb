import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CompleteOnboardingStep from '#users/actions/complete_onboarding_step'
import GetProfile from '#users/queries/get_profile'
import OnboardingTransformer from '#users/transformers/onboarding_transformer'
import { onboardingValidator } from '#users/validators/profile'

/** The first steps of a new account. */
@inject()
export default class OnboardingsController {
  constructor(
    private getProfile: GetProfile,
    private completeStep: CompleteOnboardingStep
  ) {}

  /** Which step is next, and what is missing for it. */
  async show({ actor, serialize }: HttpContext) {
    return serialize(OnboardingTransformer.transform(await this.getProfile.execute(actor!.id)))
  }

  /** Complete a step; refused while something of it, or a step before it, is missing. */
  async update({ actor, request, serialize }: HttpContext) {
    const { step } = await request.validateUsing(onboardingValidator)
    await this.completeStep.execute({ actor: actor!, step })
    return serialize(OnboardingTransformer.transform(await this.getProfile.execute(actor!.id)))
  }
}
