import { makeCommand, onRun } from '../../../define/command.ts'
import { pathWithId } from '../../../ids.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

export default function identitiesUnlink(context: Context): Command {
  const command = makeCommand('unlink', 'let an account at Google or Azure open this one no more', {
    examples: [{ what: 'one of the list', line: 'souk auth identities unlink idn_01jd3x' }],
    jsonFields: ['id', 'outcome'],
  })
  command.argument('<identity-id>')
  return onRun(command, async ([id]) => {
    const [http, printer] = [await context.http(), await context.printer()]
    await http.send({ method: 'DELETE', path: pathWithId('/user/identities/:id', id) })
    if (printer.mode !== 'table' && printer.mode !== 'tsv')
      return printer.item({ id, outcome: 'unlinked' }, [])
    await printer.text(`unlinked  ${id}\n`)
  })
}
