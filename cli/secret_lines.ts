import { readStdin } from './ids.ts'
import type { Command } from 'commander'
import type { Context } from './context.ts'

/** Where a command without a terminal gets its secrets from; no flag takes one itself. */
export interface SecretFlags {
  passwordStdin?: boolean
  otpStdin?: boolean
}

export function addSecretFlags(command: Command): Command {
  return command
    .option('--password-stdin', 'read the password from the first line of stdin')
    .option('--otp-stdin', 'read the one-time code from the (next) line of stdin')
}

/** What stdin holds: the password first, then the code; each only when its flag says so. */
export async function secretsOnStdin(
  context: Context,
  { passwordStdin, otpStdin }: SecretFlags
): Promise<{ password?: string; code?: string }> {
  if (!passwordStdin && !otpStdin) return {}
  const lines = (await readStdin(context)).split(/\r?\n/)
  const password = passwordStdin ? lines.shift() : undefined
  const code = otpStdin ? lines.shift()?.trim() : undefined
  context.redactor.remember(password)
  context.redactor.remember(code)
  return { password, code }
}
