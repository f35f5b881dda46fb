import { test } from '@japa/runner'
import { BINARY, Sandbox, runProcess } from '#tests/cli/support/sandbox'

/*
 * Times depend on the machine, so they are printed and not judged; what is judged is which modules
 * a command loads, for that is what makes a start slow.
 */
const LISTER = `data:text/javascript,${encodeURIComponent(`
  import module from 'node:module'
  import { writeSync } from 'node:fs'
  module.registerHooks({
    load(url, context, next) {
      if (url.startsWith('file:')) writeSync(2, 'module ' + url + '\\n')
      return next(url, context)
    },
  })
`)}`

const HEAVY = /@inquirer|inquirer\/|jq-web|keyring|bomb\.sh|proper-lockfile|write-file-atomic/

test.group('start-up', (group) => {
  let sandbox: Sandbox

  group.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  const modulesOf = async (...args: string[]) => {
    const { stderr } = await runProcess(['--import', LISTER, BINARY, ...args], sandbox.env)
    return stderr
      .split('\n')
      .filter((line) => line.startsWith('module '))
      .map((line) => line.slice(line.lastIndexOf('/main/') + 1))
  }

  test('--version loads the core alone: no configuration, no network, no noun', async ({
    assert,
  }) => {
    const modules = await modulesOf('--version')
    assert.isNotEmpty(modules)
    const unwanted = modules.filter((path) =>
      /cli\/(commands|http|session|tokens|output\/(printer|table))/.test(path)
    )
    assert.deepEqual(unwanted, [])
    assert.isBelow(modules.length, 35)
  })

  test('a list loads its own noun and nothing heavy', async ({ assert }) => {
    const modules = await modulesOf('partner', 'list')
    const nouns = new Set(modules.flatMap((path) => /cli\/commands\/([^/]+)/.exec(path)?.[1] ?? []))
    assert.deepEqual([...nouns], ['partner'])
    assert.deepEqual(
      modules.filter((path) => HEAVY.test(path)),
      []
    )
  })

  test('--jq loads jq, and only then', async ({ assert }) => {
    const { code, stdout } = await sandbox.run(['partner', 'list', '--jq', 'length'])
    assert.equal(code, 0)
    assert.equal(stdout, '3\n')
  })

  test('figures of this machine', async ({ assert }) => {
    const figures = []
    for (const args of [['--version'], ['--help'], ['partner', 'list']]) {
      const times = []
      for (let turn = 0; turn < 5; turn++) {
        const started = performance.now()
        const { code } = await sandbox.run(args)
        times.push(performance.now() - started)
        assert.equal(code, 0)
      }
      figures.push(`souk ${args.join(' ')}: ${Math.min(...times).toFixed(0)} ms`)
    }
    process.stdout.write(`    ${figures.join(', ')}\n`)
  })
})
