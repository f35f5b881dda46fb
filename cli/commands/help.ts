import { describe, onRun } from '../define/command.ts'
import { UsageError } from '../errors.ts'
import { topics } from '../help.ts'
import { fillIn } from '../program.ts'
import { suggest } from '../suggest.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'

export default function help(command: Command, context: Context): void {
  const listed = Object.entries(topics).map(([name, { summary }]) => ({
    what: summary,
    line: `souk help ${name}`,
  }))
  describe(command, {
    examples: [{ what: 'a command', line: 'souk help partner approve' }, ...listed],
  })
  command.argument('[words...]', 'a topic, or the words of a command')
  onRun(command, (words) => runHelp(context, command.parent!, words))
}

async function runHelp(context: Context, program: Command, words: string[]): Promise<void> {
  const topic = words.length === 1 ? topics[words[0]] : undefined
  if (topic) return context.out.write(topic.text())

  let found = program
  for (const word of words) {
    await fillIn(found, context)
    const next = childOf(found, word)
    if (!next) throw unknownTopic(found, words)
    found = next
  }
  await fillIn(found, context)
  await context.out.write(found.helpInformation())
}

function childOf(command: Command, word: string): Command | undefined {
  return command.commands.find((child) => child.name() === word || child.aliases().includes(word))
}

function unknownTopic(command: Command, words: string[]): UsageError {
  const known = [...command.commands.map((child) => child.name()), ...Object.keys(topics)]
  const guess = suggest(words.at(-1)!, known)
  return new UsageError(`there is no help on "${words.join(' ')}"`, {
    code: 'unknown_topic',
    hint: guess ? `did you mean ${guess}?` : `topics: ${Object.keys(topics).join(', ')}`,
  })
}
