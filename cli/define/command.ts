/*
 * What a command says about itself beyond commander's own fields: examples, the JSON fields, the
 * permission. Help, `souk commands` and the tests read it from here.
 */
import { Command } from 'commander'
import type { Context } from '../context.ts'

export interface Example {
  what: string
  line: string
}

export interface About {
  examples: Example[]
  /** Fields of the printed JSON; absent when nothing is printed. */
  jsonFields?: string[]
  permission?: string
  /** Confirmation level of a write. */
  level?: 1 | 2 | 3
  /** What it calls: `GET /admin/refunds/:id`; every id is `:id`. */
  endpoints?: string[]
}

/** Makes one verb of a noun. */
export type Verb = (context: Context) => Command

const about = new WeakMap<Command, About>()

export function describe(command: Command, facts: About): Command {
  about.set(command, facts)
  return command
}

export function aboutOf(command: Command): About | undefined {
  return about.get(command)
}

/** A new command; its settings come from the parent when it is added. */
export function makeCommand(name: string, summary: string, facts: About): Command {
  const aliases: Record<string, string> = { list: 'ls', show: 'get', delete: 'rm', remove: 'rm' }
  const command = describe(new Command(name).description(summary), facts)
  return name in aliases ? command.alias(aliases[name]) : command
}

/** Adds verbs to a noun in the order of the list. */
export function addVerbs(noun: Command, context: Context, verbs: Verb[]): void {
  for (const verb of verbs) {
    const command = verb(context)
    inherit(command, noun)
    noun.addCommand(command)
  }
}

/** A group has its verbs before it hangs in the tree: they get the settings with it. */
function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent)
  for (const below of command.commands) inherit(below, command)
}

/** A word with verbs of its own below a noun: `souk user note list`. */
export function verbGroup(name: string, summary: string, verbs: Verb[]): Verb {
  return (context) => {
    const group = new Command(name).description(summary).helpCommand(false)
    addVerbs(group, context, verbs)
    return group
  }
}

/** Runs `work` as the action of the command, with its positional arguments and its own flags. */
export function onRun<Flags>(
  command: Command,
  work: (args: string[], flags: Flags) => Promise<void>
): Command {
  return command.action(async () => {
    // A variadic argument comes as one array; handed on flat, for a command has at most one.
    const args = command.processedArgs.flat().filter((arg) => arg !== undefined) as string[]
    await work(args, command.opts<Flags & Record<string, unknown>>() as Flags)
  })
}

/** `user`, `note`, `add`: the words behind `souk`. */
export function commandWords(command: Command): string[] {
  return commandPath(command).split(' ').slice(1)
}

/** `souk partner list`. */
export function commandPath(command: Command): string {
  const names: string[] = []
  for (let next: Command | null = command; next; next = next.parent) names.unshift(next.name())
  return names.join(' ')
}
