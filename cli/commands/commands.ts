/*
 * The command tree as data: the public contract that scripts, completion and tests rely on.
 */
import { aboutOf, commandPath, describe, onRun } from '../define/command.ts'
import { fillIn } from '../program.ts'
import type { Command, Option } from 'commander'
import type { Context } from '../context.ts'
import type { Column, Row } from '../output/columns.ts'

const columns: Column[] = [
  { key: 'command', id: true },
  { key: 'summary' },
  { key: 'permission' },
  { key: 'level', wide: true },
]

export default function commands(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'what can this do', line: 'souk commands' },
      {
        what: 'every command that writes',
        line: "souk commands --jq '.[] | select(.level) | .command'",
      },
    ],
    jsonFields: [
      ...['command', 'summary', 'aliases', 'arguments', 'options', 'jsonFields'],
      ...['permission', 'level', 'examples'],
    ],
  })
  onRun(command, async () => {
    const program = command.parent!
    const leaves = await leafCommands(program, context)
    await (await context.printer()).list([leaves.map(commandRow)], columns)
  })
}

/** Every command that can be run, with all modules loaded. */
export async function leafCommands(program: Command, context: Context): Promise<Command[]> {
  for (const noun of program.commands) await fillIn(noun, context)
  const walk = (command: Command): Command[] => {
    const below = command.commands.flatMap(walk)
    return aboutOf(command) ? [command, ...below] : below
  }
  return program.commands.flatMap(walk)
}

function commandRow(command: Command): Row {
  const about = aboutOf(command)!
  return {
    command: commandPath(command),
    summary: command.description(),
    aliases: command.aliases(),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      required: argument.required,
      variadic: argument.variadic,
    })),
    options: command.options.filter(({ hidden }) => !hidden).map(optionRow),
    jsonFields: about.jsonFields ?? null,
    permission: about.permission ?? null,
    level: about.level ?? null,
    examples: about.examples.map(({ line }) => line),
  }
}

function optionRow(option: Option): Row {
  return {
    flags: option.flags,
    description: option.description,
    choices: option.argChoices ?? null,
    default: option.defaultValue ?? null,
  }
}
