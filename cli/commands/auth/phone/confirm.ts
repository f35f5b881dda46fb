import { makeCommand, onRun } from '../../../define/command.ts'
import { UsageError } from '../../../errors.ts'
import { unwrap } from '../../../http/answers.ts'
import { secretsOnStdin } from '../../../secret_lines.ts'
import type { SecretFlags } from '../../../secret_lines.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

export default function phoneConfirm(context: Context): Command {
  const command = makeCommand('confirm', 'confirm the number by the code that was texted to it', {
    examples: [
      { what: 'asks for the code', line: 'souk auth phone confirm' },
      { what: 'without a terminal', line: 'souk auth phone confirm --otp-stdin < code' },
    ],
    jsonFields: ['phone', 'isPhoneVerified'],
  }).option('--otp-stdin', 'read the code from the first line of stdin')
  return onRun<SecretFlags>(command, async (_, flags) => {
    const given = await secretsOnStdin(context, flags)
    if (!given.code && !context.prompt.possible) {
      throw new UsageError('there is no terminal to ask on; missing: --otp-stdin', {
        code: 'no_terminal',
        need: '--otp-stdin',
      })
    }
    const code = given.code ?? (await context.prompt.text('Code:'))
    context.redactor.remember(code)
    const [http, printer] = [await context.http(), await context.printer()]
    const answer = await http.send({ method: 'POST', path: '/user/phone/confirm', body: { code } })
    const number = unwrap<{ phone: string; isPhoneVerified: boolean }>(answer.body)
    if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.item(number, [])
    await printer.text(`confirmed  ${number.phone}\n`)
  })
}
