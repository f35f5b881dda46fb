import { readFile, writeFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import { Sandbox } from '#tests/cli/support/sandbox'
import { systemClock } from '../../cli/clock.ts'
import { leafCommands } from '../../cli/commands/commands.ts'
import { Context } from '../../cli/context.ts'
import { createProgram } from '../../cli/program.ts'
import type { Streams } from '../../cli/terminal.ts'

interface Leaf {
  command: string
  options: { flags: string }[]
  arguments: { name: string }[]
  jsonFields: string[] | null
  permission: string | null
  level: number | null
  examples: string[]
}

const CONTRACT = new URL('./contract.json', import.meta.url)

async function leaves(sandbox: Sandbox): Promise<Leaf[]> {
  return JSON.parse((await sandbox.run(['commands', '--json'])).stdout)
}

/** The program in this very process, on a terminal of this width. */
function contextOfWidth(columns: number): Context {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns, rows: 40 })
  return new Context({
    env: { HOME: '/nowhere', NO_COLOR: '1' },
    streams: { stdin: stream, stdout: stream, stderr: stream } as unknown as Streams,
    clock: systemClock,
    signal: new AbortController().signal,
  })
}

function longFlags(flags: string[]): string[] {
  return flags.flatMap((text) => text.match(/--[a-z-]+|(?<=^|\s)-[a-zA-Z]\b/g) ?? [])
}

/** Every `souk ...` of a line is a command that exists, with flags that exist. */
function assertRuns(assert: Assert, all: Leaf[], everywhere: string[], line: string): void {
  for (const [call] of line.replace(/^[^$]*?: /, '').matchAll(/\bsouk [^|)]*/g)) {
    const plain = call.replace(/'[^']*'|"[^"]*"/g, 'x').split(/ [<>|]| &&| \|\|/)[0]
    const leaf = all
      .filter((one) => `${plain} `.replace(' ls ', ' list ').startsWith(`${one.command} `))
      .at(-1)
    assert.isDefined(leaf, line)
    const known = [...everywhere, ...longFlags(leaf!.options.map(({ flags }) => flags))]
    for (const flag of longFlags([plain])) assert.include(known, flag, line)
  }
}

test.group('the tree of commands', (group) => {
  let sandbox: Sandbox

  group.setup(async () => {
    sandbox = await Sandbox.open(0)
    return () => sandbox.close()
  })

  test('every command has help with an example before its flags, at any width', async ({
    assert,
  }) => {
    for (const columns of [80, 120]) {
      const context = contextOfWidth(columns)
      const commands = await leafCommands(createProgram(context), context)
      assert.isAbove(commands.length, 30)
      for (const command of commands) {
        const page = command.helpInformation()
        assert.isAbove(page.indexOf('Examples:'), 0, page)
        assert.isBelow(page.indexOf('Examples:'), page.indexOf('Flags:'), page)
        // Examples are shown as they are typed; everything else is wrapped.
        const lines = page.split('\n').filter((line) => !/^ {2}[#$] /.test(line))
        assert.deepEqual(
          lines.filter((line) => line.length > columns),
          []
        )
      }
    }
    const shown = await sandbox.run(['partner', 'list', '--help'])
    assert.deepEqual([shown.code, shown.stderr], [0, ''])
    assert.include(shown.stdout, 'Examples:')
  })

  test('every example is a command that exists, with flags that exist', async ({ assert }) => {
    const all = await leaves(sandbox)
    const { stdout } = await sandbox.run(['--help'])
    const everywhere = longFlags(stdout.split('\n'))
    for (const { command, examples } of all) {
      for (const example of examples) assertRuns(assert, all, everywhere, `${command}: ${example}`)
    }
  })

  test('every command line of the manual exists, and the manual knows every noun', async ({
    assert,
  }) => {
    const all = await leaves(sandbox)
    const { stdout } = await sandbox.run(['--help'])
    const everywhere = longFlags(stdout.split('\n'))
    const manual = await readFile(new URL('../../docs/cli.md', import.meta.url), 'utf8')
    const lines = manual.split('\n').filter((line) => line.startsWith('$ souk '))
    assert.isAbove(lines.length, 50)
    for (const line of lines) assertRuns(assert, all, everywhere, line.split(' # ')[0])
    const shown = new Set(lines.map((line) => line.split(' ')[2]))
    const nouns = new Set(all.map(({ command }) => command.split(' ')[1]))
    assert.includeMembers([...shown, 'completion', 'help'], [...nouns])
  })

  test('every write can be tried, explained, confirmed and repeated', async ({ assert }) => {
    const writes = (await leaves(sandbox)).filter(({ level }) => level !== null)
    assert.isNotEmpty(writes)
    for (const { command, options, permission } of writes) {
      const flags = longFlags(options.map((option) => option.flags))
      const wanted = [
        ...['--dry-run', '--dry-run-server', '--yes', '--confirm'],
        ...['--idempotency-key', '--reason', '--ticket'],
      ]
      assert.includeMembers(flags, wanted, command)
      assert.isNotNull(permission, command)
    }
  })

  test('every list can be limited, continued and read whole', async ({ assert }) => {
    const lists = (await leaves(sandbox)).filter(({ options }) =>
      options.some(({ flags }) => flags === '--all')
    )
    for (const { command, options } of lists.filter(({ permission }) => permission !== null)) {
      const flags = longFlags(options.map((option) => option.flags))
      assert.includeMembers(flags, ['--limit', '--all', '--cursor', '--page-size'], command)
    }
  })

  test('no option takes an optional value, and none is abbreviated', async ({ assert }) => {
    const { stdout } = await sandbox.run(['commands', '--json'])
    assert.notMatch(stdout, /"flags": "[^"]*\[/)
    assert.equal((await sandbox.run(['commands', '--quie'])).code, 2)
  })

  test('nothing that scripts rely on has been removed', async ({ assert }) => {
    const now = Object.fromEntries(
      (await leaves(sandbox)).map(({ command, options, jsonFields }) => [
        command,
        { flags: options.map(({ flags }) => flags), jsonFields: jsonFields ?? [] },
      ])
    )
    if (process.env.UPDATE_CONTRACT) await writeFile(CONTRACT, JSON.stringify(now, null, 2) + '\n')
    const contract: typeof now = JSON.parse(await readFile(CONTRACT, 'utf8'))
    assert.includeMembers(Object.keys(now), Object.keys(contract))
    for (const [command, { flags, jsonFields }] of Object.entries(contract)) {
      assert.includeMembers(now[command].flags, flags, command)
      assert.includeMembers(now[command].jsonFields, jsonFields, command)
    }
    const news = Object.keys(now).filter((command) => !(command in contract))
    assert.deepEqual(news, [], 'record new commands: UPDATE_CONTRACT=1 npm test cli')
  })

  test('topics, aliases and plurals work', async ({ assert }) => {
    const exitCodes = await sandbox.run(['help', 'exit-codes'])
    assert.match(exitCodes.stdout, /^143 {2}/m)
    for (const topic of ['environment', 'formatting']) {
      assert.isNotEmpty((await sandbox.run(['help', topic])).stdout)
    }
    const long = await sandbox.run(['help', 'partner', 'list'])
    const short = await sandbox.run(['partners', 'ls', '--help'])
    assert.equal(long.stdout, short.stdout)
  })

  test('completion: scripts for four shells, commands, flags, values and profiles', async ({
    assert,
  }) => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { code, stdout } = await sandbox.run(['completion', shell])
      assert.equal(code, 0)
      assert.match(stdout, /souk complete '?--/)
    }
    await sandbox.run(['profile', 'add', 'prod', '--api-url', 'https://api.example.test'])
    const offers = async (...words: string[]) =>
      (await sandbox.run(['complete', '--', ...words])).stdout
        .split('\n')
        .slice(0, -2)
        .map((line) => line.split('\t')[0])
    assert.includeMembers(await offers(''), ['login', 'partner', 'api'])
    assert.notInclude(await offers(''), 'complete')
    assert.deepEqual(await offers('partner', 'ap'), ['approve'])
    assert.deepEqual(await offers('partners', 'list', '--status', 'p'), ['pending'])
    assert.includeMembers(await offers('partner', 'list', '--'), ['--status', '--json', '--limit'])
    assert.deepEqual(await offers('--profile', ''), ['prod'])
    assert.deepEqual(await offers('completion', 'z'), ['zsh'])
    assert.lengthOf(sandbox.server.requests, 0)
  })
})
