import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import { factsOf, type Profile } from '#users/queries/get_profile'
import { onboardingOf } from '#users/services/onboarding'

/** How far a new account is: which step is next, and what it still needs. */
export default class OnboardingTransformer extends BaseTransformer<Profile> {
  toObject() {
    const { user } = this.resource
    const steps = onboardingOf(factsOf(this.resource), user.onboardingStep)
    const next = steps.find((step) => !step.isComplete)
    return {
      step: next?.name ?? null,
      missing: next?.missing ?? [],
      isComplete: !next,
      completedAt: toIso(user.onboardedAt),
      steps,
    }
  }
}
