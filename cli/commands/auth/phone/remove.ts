import { makeCommand, onRun } from '../../../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

export default function phoneRemove(context: Context): Command {
  const command = makeCommand('remove', 'take the number away from this account', {
    examples: [{ what: 'once another log-in works', line: 'souk auth phone remove' }],
    jsonFields: ['outcome'],
  })
  return onRun(command, async () => {
    const [http, printer] = [await context.http(), await context.printer()]
    await http.send({ method: 'DELETE', path: '/user/phone' })
    if (printer.mode !== 'table' && printer.mode !== 'tsv')
      return printer.item({ outcome: 'removed' }, [])
    await printer.text('removed  this account has no number any more\n')
  })
}
