import { makeCommand, onRun } from '../../../define/command.ts'
import { pathWithId } from '../../../ids.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

export default function devicesForget(context: Context): Command {
  const command = makeCommand('forget', 'make a device of this account a stranger again', {
    examples: [{ what: 'one of the list', line: 'souk auth devices forget dev_01jd3x' }],
    jsonFields: ['id', 'outcome'],
  })
  command.argument('<device-id>')
  return onRun(command, async ([id]) => {
    const [http, printer] = [await context.http(), await context.printer()]
    await http.send({ method: 'DELETE', path: pathWithId('/auth/devices/:id', id) })
    if (printer.mode !== 'table' && printer.mode !== 'tsv')
      return printer.item({ id, outcome: 'forgotten' }, [])
    await printer.text(`forgotten  ${id}\n`)
  })
}
