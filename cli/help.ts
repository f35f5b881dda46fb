/*
 * Help pages: what it does, examples, then the details. Topics are `souk help <topic>`.
 */
import { aboutOf, commandPath } from './define/command.ts'
import { exitCodeMeanings } from './errors.ts'
import type { Command, Help } from 'commander'

/** Help of one command, examples before flags. */
export function formatHelp(command: Command, helper: Help): string {
  const about = aboutOf(command)
  const width = helper.helpWidth ?? 80
  const title = (text: string) => helper.styleTitle(text)
  const wrapped = (names: string[]) => {
    const text = helper.boxWrap(names.join(', '), width - 2)
    return `  ${text.replaceAll('\n', '\n  ')}`
  }
  const parts = [
    helper.boxWrap(command.description(), width),
    `${title('Usage:')} ${commandPath(command)} ${command.usage()}`,
  ]
  if (about?.examples.length) {
    const lines = about.examples.map(({ what, line }) => `  # ${what}\n  $ ${line}`)
    parts.push([title('Examples:'), ...lines].join('\n'))
  }
  parts.push(...itemParts(command, helper))
  if (command.parent) {
    const names = helper.visibleOptions(rootOf(command)).map(({ long }) => long!)
    parts.push(`${title('Flags of every command')} (souk --help):\n${wrapped(names)}`)
  }
  if (about?.jsonFields?.length)
    parts.push(`${title('JSON fields:')}\n${wrapped(about.jsonFields)}`)
  if (about?.permission) parts.push(`${title('Permission:')} ${about.permission}`)
  if (about?.level) parts.push(`${title('Confirmation:')} level ${about.level}`)
  parts.push(`${title('Topics:')} souk help ${Object.keys(topics).join(' | ')}`)
  return `${parts.join('\n\n')}\n`
}

function itemParts(command: Command, helper: Help): string[] {
  const children = Map.groupBy(
    helper.visibleCommands(command),
    (child) => child.helpGroup() || 'Commands:'
  )
  const sections: [heading: string, items: [term: string, text: string][]][] = [
    ...[...children].map(([heading, commands]): (typeof sections)[0] => [
      heading,
      commands.map((child) => [child.name(), helper.subcommandDescription(child)]),
    ]),
    [
      'Arguments:',
      helper
        .visibleArguments(command)
        .map((argument) => [argument.name(), helper.argumentDescription(argument)]),
    ],
    [
      'Flags:',
      helper
        .visibleOptions(command)
        .map((option) => [helper.optionTerm(option), helper.optionDescription(option)]),
    ],
  ]
  const terms = sections.flatMap(([, items]) => items.map(([term]) => term.length))
  const termWidth = Math.max(0, ...terms)
  return sections
    .filter(([, items]) => items.length > 0)
    .map(([heading, items]) =>
      [
        helper.styleTitle(heading),
        ...items.map(([term, text]) => helper.formatItem(term, termWidth, text, helper)),
      ].join('\n')
    )
}

function rootOf(command: Command): Command {
  return command.parent ? rootOf(command.parent) : command
}

const environment: [name: string, meaning: string][] = [
  ['SOUK_API_URL', 'address of the server (http://127.0.0.1:3333)'],
  ['SOUK_PROFILE', 'profile to use; --profile wins'],
  ['SOUK_TOKEN', 'access token, for machines; never stored'],
  ['SOUK_TOKEN_FILE', 'file with an access token; safer than SOUK_TOKEN'],
  ['SOUK_TOKEN_STORE', 'auto, keyring or file'],
  ['SOUK_NO_INPUT', '1: never ask, as --no-input'],
  ['SOUK_CONFIG_DIR', 'profiles, settings, tokens ($XDG_CONFIG_HOME/souk, ~/.config/souk)'],
  ['SOUK_STATE_DIR', 'journals of bulk runs ($XDG_STATE_HOME/souk, ~/.local/state/souk)'],
  ['SOUK_CACHE_DIR', 'ids for completion ($XDG_CACHE_HOME/souk, ~/.cache/souk)'],
  ['SOUK_PAGER, PAGER', 'program for long output; "cat" for none'],
  ['NO_COLOR, FORCE_COLOR', 'colours off, on; --color wins over both'],
  ['COLUMNS', 'width of help and tables where the terminal does not tell'],
  ['HTTPS_PROXY, NO_PROXY', 'proxy; this machine itself is always reached directly'],
  ['NODE_EXTRA_CA_CERTS', 'file with certificates of a private authority'],
]

const formatting = `Without a flag, a terminal gets a table and a pipe gets tab-separated values: no head line,
times in RFC 3339, ids whole, and \\t \\n \\\\ for a tab, a newline and a backslash in a text.

  --json             a list is an array, anything else an object; errors are JSON on stderr
  --fields id,email  only these fields; implies --json
  --ndjson           one object a line, printed as the pages come
  --jq EXPRESSION    result of the filter; strings without quotes; implies --json
  --format TEMPLATE  '{id} {location.city}'; {{ and }} for braces, \\t and \\n as said
  --columns a,b      columns of the table or the TSV, in this order; --wide for all of them
  --no-header        no head line above a table
  --tz ZONE, --utc   times of tables; everything else is always UTC

A list that was cut says so on stderr, with the cursor to go on from.
`

/** Pages of `souk help <topic>`. */
export const topics: Record<string, { summary: string; text: () => string }> = {
  'exit-codes': {
    summary: 'what each exit code means',
    text: () => pairs(exitCodeMeanings.map(([code, meaning]) => [String(code), meaning])),
  },
  'environment': {
    summary: 'environment variables',
    text: () => pairs(environment),
  },
  'formatting': {
    summary: 'tables, TSV, JSON, jq, templates',
    text: () => formatting,
  },
}

function pairs(lines: [term: string, text: string][]): string {
  const width = Math.max(...lines.map(([term]) => term.length))
  return lines.map(([term, text]) => `${term.padEnd(width)}  ${text}\n`).join('')
}
