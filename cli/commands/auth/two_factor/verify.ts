import { makeCommand, onRun } from '../../../define/command.ts'
import { UsageError } from '../../../errors.ts'
import { secretsOnStdin } from '../../../secret_lines.ts'
import { confirmSetUp } from './shared.ts'
import type { SecretFlags } from '../../../secret_lines.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

export default function twoFactorVerify(context: Context): Command {
  const command = makeCommand(
    'verify',
    'turn on what was set up; prints ten recovery codes, once',
    {
      examples: [
        { what: 'with a code of the app', line: 'souk auth 2fa verify' },
        { what: 'without a terminal', line: 'souk auth 2fa verify --otp-stdin < code > recovery' },
      ],
      jsonFields: ['recoveryCodes'],
    }
  ).option('--otp-stdin', 'read the code from the first line of stdin')
  return onRun<SecretFlags>(command, async (_, flags) => {
    const { code } = await secretsOnStdin(context, flags)
    if (!code && !context.prompt.possible) {
      throw new UsageError('there is no terminal to ask on; missing: --otp-stdin', {
        code: 'no_terminal',
        need: '--otp-stdin',
      })
    }
    await confirmSetUp(context, code ?? (await context.prompt.text('Code:')))
  })
}
