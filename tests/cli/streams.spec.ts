import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { test } from '@japa/runner'
import { BINARY, Sandbox, runProcess } from '#tests/cli/support/sandbox'
import { makePartners } from '#tests/cli/support/fixture_server'

test.group('streams', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  test('a pipe gets tab-separated values: no head, ids whole, exact times', async ({ assert }) => {
    const { stdout, stderr } = await sandbox.run(['partner', 'list'])
    const rows = stdout.trimEnd().split('\n')
    assert.lengthOf(rows, 3)
    assert.deepEqual(rows[0].split('\t').slice(0, 4), [
      'prt_00000000000000000000000001',
      'Shop 1',
      'submitted',
      '2026-01-31T09:05:00.000Z',
    ])
    assert.equal(stderr, '')
  })

  test('every row of TSV has the same number of tabs, whatever the text holds', async ({
    assert,
  }) => {
    const names = ['a\tb', 'a\nb', 'a\\b', '👩‍👩‍👧 🇵🇹', '日本写真館', 'אבג عربي', '', 'a\r\nb']
    sandbox.server.partners = makePartners(names.length)
    names.forEach((name, index) => (sandbox.server.partners[index].businessName = name))
    const { stdout } = await sandbox.run(['partner', 'list'])
    const rows = stdout.trimEnd().split('\n')
    assert.lengthOf(rows, names.length)
    assert.lengthOf(new Set(rows.map((row) => row.split('\t').length)), 1)
    assert.deepEqual(
      rows.map((row) => row.split('\t')[1]),
      ['a b', 'a\\nb', 'a\\\\b', '👩‍👩‍👧 🇵🇹', '日本写真館', 'אבג عربي', '', 'a\\nb']
    )
  })

  test('--json prints an array for a list and an object for one thing', async ({ assert }) => {
    const list = await sandbox.run(['partner', 'list', '--json'])
    assert.lengthOf(JSON.parse(list.stdout), 3)
    const show = await sandbox.run(['partner', 'show', 'prt_00000000000000000000000001', '--json'])
    assert.equal(JSON.parse(show.stdout).partner.businessName, 'Shop 1')
    const empty = await sandbox.run(['partner', 'list', '--status', 'approved', '--json'])
    assert.deepEqual(JSON.parse(empty.stdout), [])
  })

  test('--fields, --ndjson, --jq, --format and --columns choose what is printed', async ({
    assert,
  }) => {
    const out = async (...flags: string[]) =>
      (await sandbox.run(['partner', 'list', '--limit', '2', '--quiet', ...flags])).stdout
    assert.deepEqual(JSON.parse(await out('--fields', 'businessName,location.city')), [
      { 'businessName': 'Shop 1', 'location.city': 'Lisbon' },
      { 'businessName': 'Shop 2', 'location.city': 'Lisbon' },
    ])
    assert.equal(
      await out('--ndjson', '--fields', 'businessName'),
      '{"businessName":"Shop 1"}\n{"businessName":"Shop 2"}\n'
    )
    assert.equal(await out('--jq', '.[].businessName'), 'Shop 1\nShop 2\n')
    assert.equal(await out('--jq', 'length'), '2\n')
    assert.equal(await out('--jq', 'empty'), '')
    assert.equal(
      await out('--format', '{{{businessName}}}\\t{location.country}'),
      '{Shop 1}\tPT\n{Shop 2}\tPT\n'
    )
    assert.equal(
      await out('--columns', 'email,status'),
      'shop1@example.test\tsubmitted\nshop2@example.test\tsubmitted\n'
    )
  })

  test('no escape sequence leaves for a pipe, unless it is asked for', async ({ assert }) => {
    for (const env of [{}, { CI: '1' }, { TERM: 'dumb' }, { NO_COLOR: '1' }]) {
      const list = await sandbox.run(['partner', 'list'], { env })
      const help = await sandbox.run(['partner', 'list', '--help'], { env })
      const error = await sandbox.run(['partner', 'nothing'], { env })
      const all = list.stdout + list.stderr + help.stdout + error.stderr
      assert.notInclude(all, '\u001b')
    }
    const forced = await sandbox.run(['nothing'], { env: { FORCE_COLOR: '1' } })
    assert.include(forced.stderr, '\u001b[31m')
    const last = await sandbox.run(
      ['whoami', '--color', 'never', '--api-url', 'http://127.0.0.1:1'],
      {
        env: { FORCE_COLOR: '1' },
      }
    )
    assert.notInclude(last.stderr, '\u001b')
  })

  test('5 MB of JSON reach a slow reader whole', async ({ assert }) => {
    sandbox.server.partners = makePartners(1000)
    for (const partner of sandbox.server.partners) partner.bio = 'x'.repeat(5000)
    const child = spawn(process.execPath, [BINARY, 'partner', 'list', '--all', '--json'], {
      env: sandbox.env,
    })
    let text = ''
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      text += chunk
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    assert.isAbove(text.length, 5_000_000)
    assert.lengthOf(JSON.parse(text), 1000)
  })

  test('a reader that leaves ends a list quietly, and the paging with it', async ({ assert }) => {
    sandbox.server.partners = makePartners(20_000)
    const child = spawn(process.execPath, [BINARY, 'partner', 'list', '--all'], {
      env: sandbox.env,
    })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = await once(child, 'close')
    assert.equal(code, 0, stderr)
    assert.equal(stderr, '')
    assert.isBelow(sandbox.server.seen('GET', '/admin/verifications').length, 200)
  })

  test('a full disk behind stdout is an error, not a trace', async ({ assert }) => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [BINARY, 'partner', 'list'], {
      env: sandbox.env,
      stdio: ['ignore', full, 'pipe'],
    })
    let stderr = ''
    child.stderr!.setEncoding('utf8').on('data', (text) => (stderr += text))
    const [code] = await once(child, 'close')
    assert.equal(code, 1)
    assert.equal(stderr, 'error: cannot write to standard output: ENOSPC\n')
  }).skip(process.platform !== 'linux', '/dev/full is of Linux')

  test('a list that was cut says so, also in a pipe; --quiet does not', async ({ assert }) => {
    const cut = await sandbox.run(['partner', 'list', '--limit', '2'])
    assert.equal(cut.stderr, '2 of 3 shown; more with --all, --limit N or --cursor c2\n')
    const json = await sandbox.run(['partner', 'list', '--limit', '2', '--json'])
    assert.deepEqual(JSON.parse(json.stderr), {
      notice: { code: 'cut', shown: 2, total: 3, nextCursor: 'c2' },
    })
    const rest = await sandbox.run(['partner', 'list', '--cursor', 'c2'])
    assert.lengthOf(rest.stdout.trimEnd().split('\n'), 1)
    assert.equal(rest.stderr, '')
    const quiet = await sandbox.run(['partner', 'list', '--limit', '2', '--quiet'])
    assert.equal(quiet.stderr, '')
  })

  test('asks for pages of the wanted size and no row more', async ({ assert }) => {
    sandbox.server.partners = makePartners(250)
    await sandbox.run(['partner', 'list', '--limit', '130'])
    const limits = sandbox.server.requests.map(({ query }) => query.get('limit'))
    assert.deepEqual(limits, ['100', '30'])
    const all = await sandbox.run(['partner', 'list', '--all', '--page-size', '90'])
    assert.lengthOf(all.stdout.trimEnd().split('\n'), 250)
  })

  test('help goes to stdout when asked for, to stderr when something was missing', async ({
    assert,
  }) => {
    const asked = await sandbox.run(['partner', '--help'])
    assert.equal(asked.code, 0)
    assert.equal(asked.stderr, '')
    const missing = await sandbox.run(['partner'])
    assert.equal(missing.code, 2)
    assert.equal(missing.stdout, '')
    assert.include(missing.stderr, 'approve')
  })

  test('works with closed streams and an empty environment', async ({ assert }) => {
    const closed = spawn('sh', ['-c', `"${process.execPath}" "${BINARY}" --version 0<&- 2>&-`], {
      env: sandbox.env,
    })
    const [code] = await once(closed, 'close')
    assert.equal(code, 0)
    const bare = await runProcess([BINARY, 'profile', 'list'], {})
    assert.equal(bare.code, 0, bare.stderr)
  })
})
