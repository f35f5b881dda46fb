import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'

const ID = 'prt_00000000000000000000000001'

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

const texts = Object.values(hostile)

// What may not reach a terminal from a text: all controls, all marks that reorder.
const UNSAFE = /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** What our own program and the terminal driver add: cursor control and CR LF. */
function withoutControl(raw: string): string {
  const sequences = ['\u001b[2K', '\u001b[?25l', '\u001b[?25h', '\r']
  return sequences.reduce((text, sequence) => text.replaceAll(sequence, ''), raw)
}

test.group('hostile text', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open(texts.length)
    await sandbox.login()
    sandbox.server.partners.forEach((partner, index) => {
      const text = texts[index]
      Object.assign(partner, {
        businessName: `A${text}B`,
        contactName: text,
        email: text,
        bio: `${text}\nsecond line`,
        categories: [{ id: 'cat_1', name: text }],
        location: { id: 'loc_1', city: text, state: text, country: text },
      })
    })
    return () => sandbox.close()
  })

  for (const [form, flags] of Object.entries({
    'TSV': [],
    'JSON': ['--json'],
    'JSON lines': ['--ndjson'],
    'a jq result': ['--jq', '.[].businessName'],
    'a template': ['--format', '{businessName} {categories} {location}'],
  })) {
    test(`is harmless in ${form}`, async ({ assert }) => {
      const { code, stdout } = await sandbox.run(['partner', 'list', ...flags])
      assert.equal(code, 0)
      assert.include(stdout, 'evil')
      assert.notMatch(stdout, UNSAFE)
    })
  }

  test('JSON hides nothing: it parses to the very text', async ({ assert }) => {
    const { stdout } = await sandbox.run(['partner', 'list', '--json'])
    const names = JSON.parse(stdout).map((row: { businessName: string }) => row.businessName)
    assert.deepEqual(
      names,
      texts.map((text) => `A${text}B`)
    )
  })

  test('is harmless in show, in a raw answer and in an error', async ({ assert }) => {
    for (const [index, { partnerId }] of sandbox.server.partners.entries()) {
      const errors = [{ code: 'E_TEXT', message: texts[index], field: texts[index] }]
      sandbox.server.breakNext({ path: '/admin/verify/', status: 422, body: { errors } })
      const [show, raw, failed] = await Promise.all([
        sandbox.run(['partner', 'show', partnerId]),
        sandbox.run(['api', `/admin/verifications/${partnerId}`]),
        sandbox.run(['partner', 'approve', partnerId, '--yes']),
      ])
      assert.deepEqual([show.code, raw.code, failed.code], [0, 0, 5])
      for (const text of [show.stdout, raw.stdout, failed.stderr]) assert.notMatch(text, UNSAFE)
    }
  })

  test('is harmless in a table and in the review queue', async ({ assert }) => {
    const quiet = ['--color', 'never', '--quiet']
    const list = sandbox.terminal(['partner', 'list', ...quiet], { columns: 250 })
    await list.exit()
    assert.include(list.raw, 'evil')
    assert.notMatch(withoutControl(list.raw), UNSAFE)

    const review = sandbox.terminal(['partner', 'review', ...quiet])
    for (const { partnerId } of sandbox.server.partners) {
      await review.expect(partnerId)
      await review.expect('[a]pprove')
      review.type('s')
    }
    assert.equal(await review.exit(), 0)
    assert.notMatch(withoutControl(review.raw), UNSAFE)
  })

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
