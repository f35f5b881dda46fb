import { updateConfig } from '../../config.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { knownSetting } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function configSet(context: Context): Command {
  const command = makeCommand('set', 'change a setting; an empty value removes it', {
    examples: [
      { what: 'longer lists', line: 'souk config set limit 100' },
      { what: 'back to the built-in value', line: 'souk config set limit ""' },
    ],
    jsonFields: ['name', 'value'],
  })
    .argument('<name>')
    .argument('<value>')
  return onRun(command, async ([name, text]) => {
    const { parse } = knownSetting(name)
    const value = text === '' ? undefined : parse(text)
    await updateConfig(context.paths.config, (config) => {
      if (value === undefined) delete config.settings[name]
      else config.settings[name] = value
    })
    const printer = await context.printer()
    const isText = printer.mode === 'table' || printer.mode === 'tsv'
    if (!isText) return printer.item({ name, value: value ?? null }, [])
    await printer.text(value === undefined ? `unset  ${name}\n` : `set  ${name}  ${value}\n`)
  })
}
