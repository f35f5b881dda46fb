/*
 * Completion by Tab. The scripts come from @bomb.sh/tab, save for bash; what they are told comes
 * from our own command tree, because a flag of the whole program has to be offered behind every
 * command. Never asks the network: ids are those that were seen lately on this computer.
 */
import { script } from '@bomb.sh/tab'
import { fillIn } from './program.ts'
import { recentIds } from './recent_ids.ts'
import type { Argument, Command, Option } from 'commander'
import type { Context } from './context.ts'

/** Tells the shell not to offer file names when we have nothing. */
const NO_FILES = ':4\n'

/**
 * Our own for bash: the library's needs the package bash-completion, runs what was typed so far
 * through `eval`, and cannot be sourced twice. The program has chosen by prefix already.
 */
const BASH_SCRIPT = `# bash completion for souk
__souk_complete() {
    local line value
    COMPREPLY=()
    while IFS= read -r line; do
        [[ $line == :* ]] && continue
        printf -v value %q "\${line%%$'\\t'*}"
        COMPREPLY+=("$value")
    done < <(souk complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F __souk_complete souk
`

/** The script that a shell sources. */
export async function completionScript(shell: string): Promise<string> {
  if (shell === 'bash') return BASH_SCRIPT
  const lines: string[] = []
  // The library prints with console.log; stdout has one writer, and it is not the console.
  /* eslint-disable no-console */
  const { log } = console
  console.log = (text: string) => lines.push(text)
  try {
    script(shell, 'souk', 'souk')
  } finally {
    console.log = log
  }
  /* eslint-enable no-console */
  return `${lines.join('\n')}\n`
}

/** Answers the script: one `value<TAB>description` a line for the last of the words. */
export async function completeWords(
  context: Context,
  program: Command,
  words: string[]
): Promise<string> {
  const typed = words.at(-1) ?? ''
  const { command, operands, pending } = await locate(context, program, words.slice(0, -1))
  const offers = pending
    ? await valuesOf(context, pending)
    : typed.startsWith('-')
      ? optionsOf(command, program).map((option) => [option.long!, option.description])
      : await wordsAt(context, command, operands)
  const lines = offers
    .filter(([value]) => value.startsWith(typed))
    .map(([value, description]) => `${value}\t${description}\n`)
  return lines.join('') + NO_FILES
}

interface Place {
  command: Command
  /** Positional arguments already given. */
  operands: number
  /** The flag whose value is being typed. */
  pending: Option | undefined
}

async function locate(context: Context, program: Command, words: string[]): Promise<Place> {
  let command = program
  let operands = 0
  let pending: Option | undefined
  for (const word of words) {
    if (pending) {
      pending = undefined
    } else if (word.startsWith('-')) {
      const option = optionsOf(command, program).find(({ long, short }) =>
        [long, short].includes(word)
      )
      pending = option?.required ? option : undefined
    } else {
      const child = command.commands.find(
        (known) => known.name() === word || known.aliases().includes(word)
      )
      if (child) await fillIn((command = child), context)
      else operands++
    }
  }
  return { command, operands, pending }
}

function optionsOf(command: Command, program: Command): Option[] {
  const own = command === program ? [] : command.options
  return [...own, ...program.options].filter((option) => option.long && !option.hidden)
}

async function wordsAt(
  context: Context,
  command: Command,
  operands: number
): Promise<[string, string][]> {
  const children = command
    .createHelp()
    .visibleCommands(command)
    .map((child): [string, string] => [child.name(), child.description()])
  const known = command.registeredArguments
  const last = known.at(-1)
  const argument = known[operands] ?? (last?.variadic ? last : undefined)
  return [...children, ...(argument ? await argumentValues(context, argument) : [])]
}

async function argumentValues(context: Context, argument: Argument): Promise<[string, string][]> {
  if (argument.argChoices) return argument.argChoices.map((choice) => [choice, ''])
  if (!/-ids?$/.test(argument.name())) return []
  return (await recentIds(context)).map((id) => [id, ''])
}

async function valuesOf(context: Context, option: Option): Promise<[string, string][]> {
  if (option.argChoices) return option.argChoices.map((choice) => [choice, ''])
  if (option.long !== '--profile') return []
  const { profiles } = await context.config()
  return Object.entries(profiles).map(([name, { apiUrl }]) => [name, apiUrl])
}
