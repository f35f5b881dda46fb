import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

const ID = 'ptr_00000000000000000000000001'

/** Texts that would take a terminal over, or lie to its reader. */
const hostile: Record<string, string> = {
  'clipboard (OSC 52)': '\u001b]52;c;ZXZpbA==\u0007',
  'an OSC without an end': '\u001b]0;evil',
  'window title': '\u001b]0;evil\u001b\\',
  'clear screen': '\u001b[2J\u001b[H',
  'carriage return': 'refused\rapproved',
  'backspaces and a bell': 'bad\b\b\bgood\u0007',
  'C1 control bytes': '\u009b31mred\u0090evil\u009c',
  'right-to-left override': 'txt.\u202egpj.exe\u202c',
  'isolates': '\u2066evil\u2069\u200f',
  'a line separator': 'one\u2028two',
}

// What may not reach a terminal from a text: all controls, all marks that reorder.
const UNSAFE = /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** What our own program and the terminal driver add: cursor control and CR LF. */
function withoutControl(raw: string): string {
  return raw.replaceAll('\r\n', '\n').replaceAll(/\u001b\[(2K|\?25[lh])|\r(?=\n|$)/g, '')
}

test.group('hostile text', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open(1)
    await sandbox.login()
    return () => sandbox.close()
  })

  for (const [title, text] of Object.entries(hostile)) {
    test(`${title} is harmless in a table, TSV, show, JSON, a template and an error`, async ({
      assert,
    }) => {
      const [partner] = sandbox.server.partners
      Object.assign(partner, {
        businessName: `A${text}B`,
        contactName: text,
        email: text,
        bio: `${text}\nsecond line`,
        categories: [{ id: 'cat_1', name: text }],
        location: { id: 'loc_1', city: text, state: text, country: text },
      })
      const outputs = await Promise.all([
        sandbox.run(['partner', 'list']),
        sandbox.run(['partner', 'show', ID]),
        sandbox.run(['partner', 'list', '--json']),
        sandbox.run(['partner', 'list', '--ndjson']),
        sandbox.run(['partner', 'list', '--jq', '.[].businessName']),
        sandbox.run(['partner', 'list', '--format', '{businessName} {categories}']),
        sandbox.run(['api', `/admin/verifications/${ID}`]),
      ])
      for (const { code, stdout, stderr } of outputs) {
        assert.equal(code, 0, stderr)
        assert.notMatch(stdout, UNSAFE)
        assert.notInclude(stdout, '\u001b')
      }
      // JSON hides nothing: it parses to the very text.
      assert.equal(JSON.parse(outputs[2].stdout)[0].businessName, `A${text}B`)

      const errors = [{ code: 'E_TEXT', message: text, field: text }]
      sandbox.server.breakNext({ status: 422, body: { errors } })
      const failed = await sandbox.run(['partner', 'approve', ID, '--yes'])
      assert.equal(failed.code, 5)
      assert.notMatch(failed.stderr, UNSAFE)
      assert.notInclude(failed.stderr, '\u001b')
    })

    test(`${title} is harmless on a terminal`, async ({ assert }) => {
      const [partner] = sandbox.server.partners
      Object.assign(partner, { businessName: `A${text}B`, bio: text })
      const list = sandbox.terminal(['partner', 'list', '--color', 'never', '--quiet'])
      await list.exit()
      assert.notMatch(withoutControl(list.raw), UNSAFE)
      const review = sandbox.terminal(['partner', 'review', '--color', 'never', '--quiet'])
      await review.expect('[a]pprove')
      review.type('q')
      await review.exit()
      assert.notMatch(withoutControl(review.raw), UNSAFE)
      assert.notInclude(list.raw + review.raw, '\u001b]')
    })
  }

  test('a line of a megabyte is cut in a table and whole in TSV', async ({ assert }) => {
    sandbox.server.partners[0].businessName = '写'.repeat(1_000_000)
    const terminal = sandbox.terminal(['partner', 'list'], { columns: 80 })
    assert.equal(await terminal.exit(), 0)
    assert.isBelow(terminal.raw.length, 1000)
    const { stdout } = await sandbox.run(['partner', 'list'])
    assert.equal(stdout.split('\t')[1].length, 1_000_000)
  })

  test('a journal and its show are clean too', async ({ assert }) => {
    sandbox.server.partners[0].businessName = '\u001b[31mred'
    await sandbox.run(['partner', 'approve', '--from', '-', '--confirm', '1'], { stdin: ID })
    const { stdout: list } = await sandbox.run(['run', 'list', '--format', '{run}'])
    const { stdout } = await sandbox.run(['run', 'show', list.trim()])
    assert.include(stdout, 'red')
    assert.notInclude(stdout, '\u001b')
  })
})
