import { makeCommand, onRun } from '../../../define/command.ts'
import { UsageError } from '../../../errors.ts'
import { addSecretFlags, secretsOnStdin } from '../../../secret_lines.ts'
import { askForCode, proofMethods, sendCode } from '../../../step_up.ts'
import type { SecretFlags } from '../../../secret_lines.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

export default function twoFactorDisable(context: Context): Command {
  const command = makeCommand('disable', 'turn the second factor off; wants password and code', {
    examples: [
      { what: 'asks for both', line: 'souk auth 2fa disable' },
      {
        what: 'without a terminal; password and code on two lines',
        line: 'souk auth 2fa disable --password-stdin --otp-stdin < secrets.txt',
      },
    ],
    jsonFields: ['method'],
  })
  addSecretFlags(command)
  return onRun<SecretFlags>(command, (_, flags) => runDisable(context, flags))
}

async function runDisable(context: Context, flags: SecretFlags): Promise<void> {
  const missing = [
    flags.passwordStdin ? '' : '--password-stdin',
    flags.otpStdin ? '' : '--otp-stdin',
  ].filter(Boolean)
  if (missing.length > 0 && !context.prompt.possible) {
    throw new UsageError(`there is no terminal to ask on; missing: ${missing.join(', ')}`, {
      code: 'no_terminal',
      need: missing.join(' '),
    })
  }
  const given = await secretsOnStdin(context, flags)
  const password = given.password ?? (await context.prompt.hidden('Password:'))
  context.redactor.remember(password)
  const code = given.code ?? (await codeOf(context))
  const [http, printer] = [await context.http(), await context.printer()]
  await http.send({ method: 'POST', path: '/user/disable-2fa', body: { password, code } })
  if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.item({ method: 'off' }, [])
  await printer.text('disabled  this login has no second factor any more\n')
}

async function codeOf(context: Context): Promise<string> {
  const methods = await proofMethods(context)
  const send = (method: string) => sendCode(context, method)
  return askForCode(context, { methods, send, isUnderWay: false, hidden: true })
}
