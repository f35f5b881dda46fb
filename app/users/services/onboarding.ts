/*
 * The steps of a new account, in order, and what each asks for.
 */
import type { Role } from '#core/actor'
import { completionOf, type AccountFacts } from '#users/services/completion'

export interface OnboardingStep {
  name: string
  isComplete: boolean
  missing: string[]
}

interface StepRule {
  name: string
  needs: string[]
}

const BASICS: StepRule = { name: 'basics', needs: ['name', 'country'] }
const PREFERENCES: StepRule = { name: 'preferences', needs: ['preferences'] }

const STEPS: Record<'client' | 'partner' | 'staff', StepRule[]> = {
  client: [
    BASICS,
    { name: 'profile', needs: ['businessType', 'companyName', 'roleInOrganization'] },
    PREFERENCES,
  ],
  partner: [BASICS, { name: 'picture', needs: ['avatar'] }, PREFERENCES],
  staff: [{ name: 'basics', needs: ['name'] }],
}

export function stepsOf(role: Role): StepRule[] {
  return role === 'client' || role === 'partner' ? STEPS[role] : STEPS.staff
}

/** The steps of an account; `done` is how many were completed. */
export function onboardingOf(facts: AccountFacts, done: number): OnboardingStep[] {
  const { missing } = completionOf(facts)
  return stepsOf(facts.role).map((step, position) => ({
    name: step.name,
    isComplete: position < done,
    missing: step.needs.filter((need) => missing.includes(need)),
  }))
}
