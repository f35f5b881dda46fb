import { readdir } from 'node:fs/promises'
import { test } from '@japa/runner'
import { Sandbox, until } from '#tests/cli/support/sandbox'
import { makePartners } from '#tests/cli/support/fixture_server'

test.group('bulk runs', (group) => {
  let sandbox: Sandbox

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    await sandbox.login()
    return () => sandbox.close()
  })

  const ids = () => sandbox.server.partners.map(({ partnerId }) => partnerId)
  const approve = (count: number) => [
    'partner',
    'approve',
    '--from',
    '-',
    '--confirm',
    String(count),
  ]
  const oneRun = async () => {
    const [name] = await readdir(sandbox.path('.local/state/souk/runs'))
    return name.replace('.jsonl', '')
  }

  test('does a thousand rows, in the order of the input, a bounded number at a time', async ({
    assert,
  }) => {
    sandbox.server.partners = makePartners(1000)
    sandbox.server.latencyMs = 3
    const args = [...approve(1000), '--concurrency', '7']
    const { code, stdout, stderr } = await sandbox.run(args, { stdin: ids().join('\n') })
    assert.equal(code, 0, stderr)
    assert.deepEqual(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[1]),
      ids()
    )
    assert.isAtMost(sandbox.server.mostConcurrent, 7)
    assert.isAbove(sandbox.server.mostConcurrent, 1)
    const keys = sandbox.server.seen('PUT', '').map(({ headers }) => headers['idempotency-key'])
    assert.lengthOf(new Set(keys), 1000)
  })

  test('reads lines, CSV with a header, and what a list printed; each id once', async ({
    assert,
  }) => {
    const [one, two, three] = ids()
    const inputs = {
      'lines with blanks and duplicates': `${one}\n\n${two}\r\n${one}\n${three}\n`,
      'CSV': `name,partnerId\n"Shop, the first",${one}\nShop,${two}\nShop,"${three}"\n`,
      'TSV of a list': `${one}\tShop 1\n${two}\tShop 2\n${three}\tShop 3\n`,
      'a byte order mark': `\ufeff${one}\n${two}\n${three}\n`,
    }
    for (const [title, stdin] of Object.entries(inputs)) {
      const { code, stdout } = await sandbox.run([...approve(3), '--dry-run', '--json'], { stdin })
      assert.equal(code, 0, title)
      const urls = JSON.parse(stdout).map(({ url }: { url: string }) => url.split('/').at(-1))
      assert.deepEqual(urls, [one, two, three], title)
    }
  })

  test('the count has to be typed or confirmed, --yes is not enough', async ({ assert }) => {
    const stdin = ids().join('\n')
    const yes = await sandbox.run(['partner', 'approve', '--from', '-', '--yes'], { stdin })
    assert.equal(yes.code, 2)
    assert.include(yes.stderr, '--confirm 3')
    const wrong = await sandbox.run(approve(4), { stdin })
    assert.equal(wrong.code, 2)
    assert.lengthOf(sandbox.server.requests, 0)
  })

  test('one failed row is told on its line and makes the exit code 7', async ({ assert }) => {
    sandbox.server.partners[1].status = 'rejected'
    const stdin = [...ids(), 'not an id', 'prt_missing'].join('\n')
    const { code, stdout, stderr } = await sandbox.run([...approve(5), '--json'], { stdin })
    assert.equal(code, 7)
    const rows = JSON.parse(stdout)
    assert.deepEqual(
      rows.map(({ outcome, code: why }: { outcome: string; code: string }) => [outcome, why]),
      [
        ['approved', null],
        ['failed', 'E_VERIFICATION_DECIDED'],
        ['approved', null],
        ['failed', 'bad_id'],
        ['failed', 'E_NOT_FOUND'],
      ]
    )
    assert.containSubset(JSON.parse(stderr).error, { code: 'partial_failure', run: await oneRun() })
    const list = await sandbox.run(['run', 'list', '--json'])
    assert.containSubset(JSON.parse(list.stdout), [{ total: 5, done: 2, failed: 3, open: 0 }])
  })

  test('--max-failures stops; what is open can be resumed', async ({ assert }) => {
    sandbox.server.partners = makePartners(10)
    sandbox.server.partners[0].status = 'rejected'
    const args = [...approve(10), '--max-failures', '1', '--concurrency', '1']
    const { code, stderr } = await sandbox.run(args, { stdin: ids().join('\n') })
    assert.equal(code, 7)
    const run = await oneRun()
    assert.include(stderr, `hint: souk run resume ${run}`)
    assert.lengthOf(sandbox.server.seen('PUT', ''), 1)
    const resumed = await sandbox.run(['run', 'resume', run])
    assert.equal(resumed.code, 0, resumed.stderr)
    assert.lengthOf(resumed.stdout.trimEnd().split('\n'), 9)
  })

  test('killed in the middle it goes on where it was, and no row is applied twice', async ({
    assert,
  }) => {
    sandbox.server.partners = makePartners(40)
    const killed = await sandbox.run([...approve(40), '--concurrency', '3'], {
      stdin: ids().join('\n'),
      during: async (child) => {
        await until(() => sandbox.server.seen('PUT', '').length >= 12, 'twelve rows')
        child.kill('SIGKILL')
      },
    })
    assert.equal(killed.signal, 'SIGKILL')
    const run = await oneRun()
    const resumed = await sandbox.run(['run', 'resume', run])
    assert.equal(resumed.code, 0, resumed.stderr)
    assert.isTrue(sandbox.server.partners.every(({ status }) => status === 'approved'))
    const again = await sandbox.run(['run', 'resume', run])
    assert.equal(again.stdout, '')
    const { stdout } = await sandbox.run(['run', 'show', run, '--json'])
    assert.containSubset(JSON.parse(stdout), { total: 40, done: 40, failed: 0, open: 0 })
  })

  test('Ctrl-C stops it and prints how to go on', async ({ assert }) => {
    sandbox.server.partners = makePartners(200)
    const { code, stderr } = await sandbox.run([...approve(200), '--concurrency', '2'], {
      stdin: ids().join('\n'),
      during: async (child) => {
        await until(() => sandbox.server.seen('PUT', '').length >= 5, 'five rows')
        child.kill('SIGINT')
      },
    })
    assert.equal(code, 130)
    assert.include(stderr, `souk run resume ${await oneRun()}`)
    assert.isBelow(sandbox.server.seen('PUT', '').length, 200)
  })

  test('a lost login stops the run with 4', async ({ assert }) => {
    sandbox.server.partners = makePartners(30)
    const { code } = await sandbox.run([...approve(30), '--concurrency', '1'], {
      stdin: ids().join('\n'),
      during: async () => {
        await until(() => sandbox.server.seen('PUT', '').length >= 3, 'three rows')
        sandbox.server.accessTokens.clear()
        sandbox.server.refreshToken = 'revoked'
      },
    })
    assert.equal(code, 4)
    assert.isBelow(sandbox.server.seen('PUT', '').length, 30)
  })

  test('rows that failed for now are open, refused ones are not', async ({ assert }) => {
    const fault = { path: '/admin/verify', status: 503, headers: { 'retry-after': '0' } }
    sandbox.server.breakNext(fault)
    sandbox.server.partners[2].status = 'rejected'
    const args = [...approve(3), '--concurrency', '1', '--retries', '0']
    const first = await sandbox.run(args, { stdin: ids().join('\n') })
    assert.equal(first.code, 7)
    const resumed = await sandbox.run(['run', 'resume', await oneRun()])
    assert.equal(resumed.code, 0, resumed.stderr)
    assert.deepEqual(resumed.stdout.split('\t').slice(0, 2), ['approved', ids()[0]])
  })

  test('a run is not resumed against another marketplace', async ({ assert }) => {
    await sandbox.run(approve(3), { stdin: ids().join('\n') })
    const args = ['run', 'resume', await oneRun()]
    const { code } = await sandbox.run(args, { env: { SOUK_API_URL: 'http://127.0.0.1:1' } })
    assert.equal(code, 2)
    assert.equal((await sandbox.run(['run', 'show', 'nothing'])).code, 3)
  })

  test('a reader that leaves does not make a run look complete', async ({ assert }) => {
    sandbox.server.partners = makePartners(300)
    const { code } = await sandbox.run([...approve(300), '--concurrency', '1'], {
      stdin: ids().join('\n'),
      during: (child) =>
        new Promise<void>((resolve) =>
          child.stdout!.once('data', () => {
            child.stdout!.destroy()
            resolve()
          })
        ),
    })
    assert.equal(code, 7)
  })
})
