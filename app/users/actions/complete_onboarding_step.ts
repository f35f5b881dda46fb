import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'
import { OnboardingStepNotReady } from '#users/errors'
import GetProfile, { factsOf } from '#users/queries/get_profile'
import { onboardingOf } from '#users/services/onboarding'

/** Completes a step of the onboarding; one that is complete already stays so. */
export default class CompleteOnboardingStep {
  /**
   * @throws InvalidField (422) for a step that this role does not have
   * @throws OnboardingStepNotReady (409) when an earlier step is open, or something is missing
   */
  async execute({ actor, step: name }: { actor: Actor; step: string }) {
    const profile = await new GetProfile().execute(actor.id)
    const steps = onboardingOf(factsOf(profile), profile.user.onboardingStep)
    const position = steps.findIndex((step) => step.name === name)
    if (position === -1)
      throw new InvalidField('step', 'enum', `Steps: ${steps.map((s) => s.name).join(', ')}`)
    if (steps[position].isComplete) return

    const earlier = steps.slice(0, position).filter((step) => !step.isComplete)
    const missing = [...earlier.map((step) => step.name), ...steps[position].missing]
    if (missing.length > 0) throw new OnboardingStepNotReady(missing)
    await write(async (trx) => {
      const now = clock.now()
      const isLast = position === steps.length - 1
      // zero rows: a parallel request completed the same step, which is all the same
      await changedOne(trx.from('users').where({ id: actor.id, onboarding_step: position }), {
        onboarding_step: position + 1,
        onboarded_at: isLast ? now : null,
        updated_at: now,
      })
    })
  }
}
