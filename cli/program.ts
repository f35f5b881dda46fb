import { Command } from 'commander'
import { aboutOf, commandPath } from './define/command.ts'
import { UsageError } from './errors.ts'
import { formatHelp } from './help.ts'
import { entries } from './nouns.ts'
import { addGlobalFlags } from './options.ts'
import { suggest } from './suggest.ts'
import { soukVersion } from './version.ts'
import type { Context } from './context.ts'
import type { Entry } from './nouns.ts'
import type { GlobalFlags } from './options.ts'

const loaded = new WeakSet<Command>()

/** The whole command tree; a noun's verbs are added when the noun is about to run. */
export function createProgram(context: Context): Command {
  const program = new Command('souk')
    .description('The terminal of the marketplace: moderate, operate and inspect it over its API.')
    .helpOption('-h, --help', 'help on the command')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ formatHelp })
    .configureOutput({
      writeOut: (text) => context.streams.stdout.write(text),
      writeErr: (text) => context.streams.stderr.write(text),
      // Told by the one reporter of errors, in words or as JSON.
      outputError: () => {},
      getOutHelpWidth: () => context.out.columns,
      getErrHelpWidth: () => context.talk.columns,
      getOutHasColors: () => context.out.color,
      getErrHasColors: () => context.talk.color,
    })
  addGlobalFlags(program).version(soukVersion(), '--version', 'print the version')

  for (const entry of entries) addStub(program, entry)
  program.hook('preSubcommand', async (_, command) => {
    context.useFlags(program.opts<GlobalFlags>())
    await fillIn(command, context)
  })
  program.hook('preAction', (_, command) => {
    context.useFlags(program.opts<GlobalFlags>())
    context.permission = aboutOf(command)?.permission
  })
  program.on('command:*', ([word]) => refuseUnknown(program, word))
  return program
}

/** Loads the module of a top-level command and lets it add its verbs, once. */
export async function fillIn(command: Command, context: Context): Promise<void> {
  const entry = entries.find(({ name }) => name === command.name())
  if (!entry || loaded.has(command)) return
  loaded.add(command)
  const { default: configure } = await entry.load()
  configure(command, context)
  if (command.commands.length > 0) {
    command.on('command:*', ([word]) => refuseUnknown(command, word))
  }
}

function addStub(program: Command, entry: Entry): void {
  const command = program
    .command(entry.name, { hidden: entry.hidden })
    .description(entry.summary)
    .helpGroup(entry.group)
    .helpCommand(false)
  if (entry.aliases) command.aliases(entry.aliases)
}

function refuseUnknown(command: Command, word: string): never {
  const names = command.commands.flatMap((known) => [known.name(), ...known.aliases()])
  const path = commandPath(command)
  const guess = suggest(word, names)
  throw new UsageError(`there is no command "${path} ${word}"`, {
    code: 'unknown_command',
    hint: guess ? `did you mean ${path} ${guess}?` : `${path} --help`,
  })
}
