import fc from 'fast-check'
import { test } from '@japa/runner'
import { Sandbox, inBatches } from '#tests/cli/support/sandbox'

/** Commands that would wait for something that no argument can give. */
const WAITING = ['health', 'complete']

test.group('random input', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('random arguments never crash the program', async ({ assert }) => {
    const { stdout } = await sandbox.run(['commands', '--json'])
    const leaves: { command: string; options: { flags: string }[] }[] = JSON.parse(stdout)
    const nouns = leaves
      .map(({ command }) => command.split(' ').slice(1))
      .filter(([noun]) => !WAITING.includes(noun))
    const flags = leaves.flatMap(({ options }) =>
      options.map((option) => option.flags.match(/--[a-z-]+/)![0])
    )
    const everywhere = ['--json', '--quiet', '--fields', '--jq', '--format', '--columns', '--limit']
    const words = fc.oneof(
      fc.constantFrom(...flags.filter((flag) => flag !== '--watch'), ...everywhere),
      fc.constantFrom('', '-', '--', '0', '-1', 'prt_1', '../x', '{', '.[]', 'é'),
      fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\0', ''))
    )
    const commandLine = fc.tuple(fc.constantFrom(...nouns), fc.array(words, { maxLength: 5 }))
    const samples = fc.sample(commandLine, { numRuns: 60, seed: 20260131 })
    await inBatches(samples, async ([noun, rest]) => {
      const args = [...noun, ...rest]
      const { code, stderr } = await sandbox.run(args, { env: { SOUK_NO_INPUT: '1' } })
      const what = `${JSON.stringify(args)}\n${stderr}`
      assert.notEqual(code, 1, what)
      assert.isNotNull(code, what)
      assert.notMatch(stderr, /^\s+at /m, what)
    })
  })

  test('random answers never crash it either', async ({ assert }) => {
    const rows = fc.array(
      fc.dictionary(
        fc.constantFrom(
          'partnerId',
          'businessName',
          'status',
          'location',
          'categories',
          'submittedAt'
        ),
        fc.jsonValue({ maxDepth: 2 })
      ),
      { maxLength: 4 }
    )
    const samples = fc.sample(rows, { numRuns: 20, seed: 20260131 })
    for (const data of samples) {
      sandbox.server.breakNext({ status: 200, body: { data, meta: { nextCursor: null } } })
      const { code, stderr } = await sandbox.run(['partner', 'list'])
      assert.equal(code, 0, `${JSON.stringify(data)}\n${stderr}`)
    }
    for (const body of [{}, { data: null }, { data: {} }, [], null, 5, { data: 'text' }]) {
      sandbox.server.breakNext({ status: 200, body })
      const { stderr } = await sandbox.run(['partner', 'list'])
      assert.notInclude(stderr, 'this is a bug', JSON.stringify(body))
    }
  })

  test('values this version does not know are printed as they are', async ({ assert }) => {
    Object.assign(sandbox.server.partners[0], { status: 'submitted', newField: { a: 1 } })
    sandbox.server.breakNext({
      status: 200,
      body: { data: [{ partnerId: 'prt_1', status: 'quarantined', location: null }], meta: {} },
    })
    const { code, stdout } = await sandbox.run(['partner', 'list'])
    assert.equal(code, 0)
    assert.include(stdout, 'quarantined')
  })
})
