import { makeCommand, onRun } from '../../../define/command.ts'
import { unwrap } from '../../../http/answers.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

export default function phoneSet(context: Context): Command {
  const command = makeCommand(
    'set',
    'have a code texted to a number; then: souk auth phone confirm',
    {
      examples: [{ what: 'with country code', line: 'souk auth phone set +4915112345678' }],
      jsonFields: ['channel', 'expiresAt'],
    }
  )
  command.argument('<number>')
  return onRun(command, async ([phone]) => {
    const [http, printer] = [await context.http(), await context.printer()]
    const answer = await http.send({ method: 'PUT', path: '/user/phone', body: { phone } })
    const { verification } = unwrap<{ verification: { channel: string; expiresAt: string } }>(
      answer.body
    )
    if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.item(verification, [])
    await printer.text(`sent  ${verification.channel}\n`)
  })
}
