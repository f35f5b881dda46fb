/*
 * Confirmation levels. 1: nothing is asked. 2: y/N, or --yes. 3: the id, amount or count has to be
 * typed, or given with --confirm; --yes is never enough. A protected profile asks one level harder.
 */
import { DeclinedError, UsageError } from './errors.ts'
import type { Context } from './context.ts'
import type { WriteFlags } from './options.ts'
import type { Profile } from './profiles.ts'

export type Level = 1 | 2 | 3

export interface Confirmation {
  level: Level
  /** The question of level 2, without a question mark: `Approve partner prt_1`. */
  question: string
  /** What level 3 wants typed. */
  expected: string
  /** What `expected` is: `id`, `amount`, `number of partners`. */
  expectedName: string
}

/** The level after the profile's protection. */
export function effectiveLevel(level: Level, profile: Profile): Level {
  return Math.min(3, level + (profile.protected ? 1 : 0)) as Level
}

/** The flag that would stand in for the question, or undefined when none is asked. */
export function missingConfirmation(
  confirmation: Confirmation,
  flags: WriteFlags
): string | undefined {
  if (confirmation.level === 1) return undefined
  if (confirmation.level === 2) {
    return flags.yes || flags.confirm === confirmation.expected ? undefined : '--yes'
  }
  return flags.confirm === undefined ? `--confirm ${shellWord(confirmation.expected)}` : undefined
}

/** Asks what the level demands; throws when the answer is no, or a given value is wrong. */
export async function confirmWrite(
  context: Context,
  confirmation: Confirmation,
  flags: WriteFlags
): Promise<void> {
  const { level, question, expected, expectedName } = confirmation
  if (level === 3 && flags.confirm !== undefined && flags.confirm !== expected) {
    throw new UsageError(
      `--confirm ${flags.confirm} is not the ${expectedName}: nothing was sent`,
      {
        code: 'wrong_confirmation',
        need: `--confirm ${shellWord(expected)}`,
      }
    )
  }
  if (missingConfirmation(confirmation, flags) === undefined) return
  if (level === 2) return context.prompt.confirm(`${question}?`)
  context.talk.line(`${question}.`)
  const typed = await context.prompt.text(`Type the ${expectedName} to go on (${expected}):`)
  if (typed !== expected)
    throw new DeclinedError(`that is not the ${expectedName}: nothing was sent`)
}

/** The line that tells which marketplace is about to be changed, and as whom. */
export async function showTarget(context: Context): Promise<void> {
  const [profile, session] = await Promise.all([context.profile(), context.session()])
  const login = await session.current()
  const parts = [
    profile.name.value,
    login?.stored?.user?.email ??
      login?.stored?.user?.name ??
      (login ? login.source : 'not logged in'),
    new URL(profile.apiUrl.value).host,
  ]
  const line = parts.join(' · ')
  const color = profile.accent ?? (profile.protected ? 'red' : undefined)
  context.talk.note(color ? context.talk.style(['bold', color as 'red'], line) : line)
}

function shellWord(text: string): string {
  return /^[\w.:@/-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`
}
