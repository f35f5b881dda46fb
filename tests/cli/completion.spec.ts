import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { test } from '@japa/runner'
import { BINARY, Sandbox, until } from '#tests/cli/support/sandbox'
import { Terminal } from '#tests/cli/support/terminal'

/** How each shell starts without anybody's settings, and takes the script. */
const SHELLS = {
  bash: {
    start: ['--norc', '--noprofile', '-i'],
    // twice, as happens where ~/.bashrc is read again
    load: 'eval "$(souk completion bash)"; eval "$(souk completion bash)"',
  },
  zsh: {
    start: ['-f', '-i'],
    load: 'autoload -U compinit && compinit -u -D && source <(souk completion zsh)',
  },
  fish: {
    start: ['--no-config', '-i'],
    load: 'souk completion fish | source',
  },
} as const

type Shell = keyof typeof SHELLS

function isMissing(shell: Shell): boolean {
  return spawnSync(shell, ['-c', 'true']).error !== undefined
}

test.group('completion by Tab', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  for (const shell of Object.keys(SHELLS) as Shell[]) {
    const missing = isMissing(shell)

    test(`${shell} can read its script`, async ({ assert }) => {
      const { stdout } = await sandbox.run(['completion', shell])
      const script = await sandbox.write(`souk.${shell}`, stdout)
      const { status, stderr } = spawnSync(shell, ['-n', script], { encoding: 'utf8' })
      assert.equal(status, 0, stderr)
      assert.equal(stderr, '')
    }).skip(missing, `${shell} is not installed`)

    test(`${shell} completes nouns, verbs, flags, values and profiles`, async ({ assert }) => {
      const keyboard = await open(sandbox, shell)
      for (const [typed, completed] of [
        ['partn', ['partner']],
        ['partner app', ['partner', 'approve']],
        ['partner reject --rea', ['partner', 'reject', '--reason']],
        ['partner list --status pend', ['partner', 'list', '--status', 'pending']],
        ['whoami --profile sta', ['whoami', '--profile', 'staging']],
      ] as const) {
        assert.deepEqual(await keyboard.complete(typed), completed)
      }
      // what was typed is data: Tab behind it runs nothing
      const trap = sandbox.path('trap')
      keyboard.giveUp(`partner show $(touch '${trap}') par`)
      assert.deepEqual(await keyboard.complete('region cr'), ['region', 'create'])
      assert.isFalse(existsSync(trap))
      assert.equal(await keyboard.leave(), 0)
    })
      .skip(missing, `${shell} is not installed`)
      .timeout(60_000)
  }
})

/** Runs the binary to complete; for any other line it only notes the words of that line. */
function standIn(notes: string): string {
  return `#!/bin/sh
case "$1" in
complete | completion) exec '${process.execPath}' '${BINARY}' "$@" ;;
esac
(IFS=' '; echo "$*") >> '${notes}'
`
}

/** An interactive shell that has loaded the script, and somebody who presses Tab and Enter. */
async function open(sandbox: Sandbox, shell: Shell) {
  await sandbox.run(['profile', 'add', 'staging', '--api-url', 'https://staging.example.test'])
  await sandbox.write('lines', '')
  await sandbox.write('bin/souk', standIn(sandbox.path('lines')), 0o700)
  const path = [sandbox.path('bin'), process.env.PATH].join(delimiter)
  const program = execFileSync('sh', ['-c', `command -v ${shell}`], { encoding: 'utf8' }).trim()
  const terminal = Terminal.start(program, [...SHELLS[shell].start], {
    columns: 200,
    rows: 40,
    env: { ...sandbox.env, PATH: path, LC_ALL: 'C.UTF-8' },
  })
  terminal.type(`${SHELLS[shell].load}; echo loa''ded\r`)
  await terminal.expect('loaded')
  const lines = () => readFileSync(sandbox.path('lines'), 'utf8').split('\n').slice(0, -1)

  return {
    /** The words of the line that Tab has made. */
    async complete(typed: string): Promise<string[]> {
      const before = lines().length
      terminal.type(`souk ${typed}\t\r`)
      await until(() => lines().length > before, `souk ${typed}<Tab>:\n${terminal.raw}`)
      return lines().at(-1)!.trim().split(' ')
    },
    /** Presses Tab behind a line, then takes the line back (Ctrl-U). */
    giveUp(typed: string) {
      terminal.type(`souk ${typed}\t\u0015`)
    },
    leave() {
      terminal.type('exit 0\r')
      return terminal.exit()
    },
  }
}
