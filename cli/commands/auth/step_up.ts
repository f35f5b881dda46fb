import { makeCommand, onRun } from '../../define/command.ts'
import { UsageError } from '../../errors.ts'
import { addSecretFlags, secretsOnStdin } from '../../secret_lines.ts'
import { proofMethods, prove, proveOnTerminal, sendCode } from '../../step_up.ts'
import type { SecretFlags } from '../../secret_lines.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

interface Flags extends SecretFlags {
  send?: string
}

/** What a terminal is asked when it is needed, for scripts and beforehand. */
export default function authStepUp(context: Context): Command {
  const command = makeCommand('step-up', 'prove again that it is you; good for five minutes', {
    examples: [
      { what: 'before a round of approvals', line: 'souk auth step-up' },
      { what: 'in a script, with a code of the app', line: 'souk auth step-up --otp-stdin < code' },
      { what: 'have a code mailed first', line: 'souk auth step-up --send email' },
    ],
    jsonFields: ['proved', 'sent', 'methods'],
  })
  addSecretFlags(command).option('--send <method>', 'have a code sent (email, sms), and end there')
  return onRun<Flags>(command, (_, flags) => runStepUp(context, flags))
}

async function runStepUp(context: Context, flags: Flags): Promise<void> {
  const methods = await proofMethods(context)
  if (flags.send !== undefined) {
    await sendCode(context, flags.send)
    return tell(context, { proved: false, sent: flags.send, methods })
  }
  const given = await secretsOnStdin(context, flags)
  if (flags.passwordStdin || flags.otpStdin) await prove(context, given)
  else if (context.prompt.possible) await proveOnTerminal(context, methods)
  else {
    const need = methods.includes('password') ? '--password-stdin' : '--otp-stdin'
    throw new UsageError(`there is no terminal to ask on; missing: ${need}`, {
      code: 'no_terminal',
      need,
    })
  }
  await tell(context, { proved: true, sent: null, methods })
}

async function tell(
  context: Context,
  facts: { proved: boolean; sent: string | null; methods: string[] }
): Promise<void> {
  const printer = await context.printer()
  if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.item(facts, [])
  await printer.text(facts.proved ? 'proved  for five minutes\n' : `sent  ${facts.sent}\n`)
}
