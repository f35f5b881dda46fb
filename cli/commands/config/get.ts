import { makeCommand, onRun } from '../../define/command.ts'
import { knownSetting } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function configGet(context: Context): Command {
  const command = makeCommand('get', 'one setting; empty when it is not set', {
    examples: [{ what: 'rows of a list', line: 'souk config get limit' }],
    jsonFields: ['name', 'value'],
  }).argument('<name>')
  return onRun(command, async ([name]) => {
    knownSetting(name)
    const [config, printer] = [await context.config(), await context.printer()]
    const value = config.settings[name] ?? null
    const isText = printer.mode === 'table' || printer.mode === 'tsv'
    return isText ? printer.text(`${value ?? ''}\n`) : printer.item({ name, value }, [])
  })
}
