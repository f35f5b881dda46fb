import { readFileSync } from 'node:fs'
import { InvalidArgumentError } from 'commander'
import { defineWrite } from '../../define/write.ts'
import { PERMISSION } from './shared.ts'

/** The rules as `souk commission list --json` prints them, with the version they had. */
interface RulesFile {
  version: number
  rules: unknown[]
}

export default defineWrite({
  name: 'set',
  summary: 'replace all rules by those of a file',
  permission: PERMISSION,
  method: 'PUT',
  path: '/admin/commission-rules',
  noun: 'commission',
  takesIds: false,
  level: 3,
  reason: 'required',
  options: [
    {
      flags: '--file <file>',
      description: 'what `souk commission list --json` printed, changed; - for stdin',
      required: true,
      parse: readRules,
    },
  ],
  body: ({ options }) => {
    const { version, rules } = options.file as RulesFile
    return { version, rules }
  },
  outcome: 'replaced',
  expected: ({ options }) => ({
    value: String((options.file as RulesFile | undefined)?.rules.length ?? 0),
    name: 'number of rules',
  }),
  moreFields: ['version', 'rules', 'defaultBps'],
  examples: [
    { what: 'after a look at what is there', line: 'souk commission list --json > rules.json' },
    {
      what: 'the changed file',
      line: 'souk commission set --file rules.json --reason "new terms" --confirm 3',
    },
  ],
})

function readRules(file: string): RulesFile {
  const found = parseJson(readText(file))
  const { version, rules } = (found ?? {}) as Partial<RulesFile>
  if (!Number.isInteger(version) || !Array.isArray(rules)) {
    throw new InvalidArgumentError('It has no version and rules, as commission list --json has.')
  }
  return { version: version!, rules }
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new InvalidArgumentError(`It cannot be read: ${code ?? message}.`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidArgumentError('It is no JSON.')
  }
}
