import { test } from '@japa/runner'
import { Sandbox } from '#tests/cli/support/sandbox'
import { Window, tmuxIsMissing } from '#tests/cli/support/window'

const ID = 'prt_00000000000000000000000001'
const RESTORED = { echoes: true, readsLines: true }

test.group('in a window of tmux', (group) => {
  let sandbox: Sandbox
  let window: Window

  group.tap((one) => one.skip(tmuxIsMissing, 'tmux is not installed'))

  group.each.setup(async () => {
    sandbox = await Sandbox.open()
    window = await Window.open(sandbox, 100, 30)
    return async () => {
      window.close()
      await sandbox.close()
    }
  })

  test('a shift of an admin: log in, decide by keys, leave, come back', async ({ assert }) => {
    window.run('souk login')
    await window.shows('E-mail:')
    window.type('two@example.test')
    window.press('Enter')
    await window.shows('Password:')
    window.type('correct horse')
    window.press('Enter')
    await window.shows('Code (totp):')
    assert.notInclude(window.screen, 'correct')
    window.type('135790')
    window.press('Enter')
    await window.shows('logged in  dana@example.test')
    assert.deepEqual(await window.afterwards(), { code: 0, ...RESTORED })
    assert.notInclude(window.screen, 'correct')

    window.run('souk partner review')
    await window.shows('Shop 1: [a]pprove')
    window.type('a')
    await window.shows(`approved  ${ID}  Shop 1`)
    await window.shows('Shop 2: [a]pprove')
    window.type('s')
    await window.shows('Shop 3: [a]pprove')
    window.type('r')
    await window.shows('Reason')
    window.type('not readable')
    window.press('Enter')
    await window.shows('1 approved, 1 rejected, 1 skipped')
    assert.deepEqual(await window.afterwards(), { code: 0, ...RESTORED })

    window.run('souk partner review')
    await window.shows('Shop 2: [a]pprove')
    window.type('q')
    await window.shows('0 approved, 0 rejected, 0 skipped')
  })

  test('Ctrl-C restores the terminal, wherever it comes', async ({ assert }) => {
    await sandbox.login()
    for (const [line, shown] of [
      ['souk login', 'E-mail:'],
      ['souk partner review', 'Shop 1: [a]pprove'],
      [`souk partner approve ${ID}`, 'Approve partner'],
      [`souk partner reject ${ID}`, 'Reason'],
    ]) {
      window.run(line)
      await window.shows(shown)
      window.press('C-c')
      assert.deepEqual(await window.afterwards(), { code: 130, ...RESTORED }, line)
      assert.isTrue(window.cursorIsShown, line)
    }

    sandbox.server.breakNext({ delayMs: 15_000 })
    window.run('souk partner list')
    await window.shows('… GET /api/v1/admin/verifications')
    window.press('C-c')
    assert.deepEqual(await window.afterwards(), { code: 130, ...RESTORED })
    assert.lengthOf(sandbox.server.seen('PUT', ID), 0)
  })

  test('Ctrl-C at the hidden password leaves a terminal that echoes', async ({ assert }) => {
    window.run('souk login')
    await window.shows('E-mail:')
    window.type('dana@example.test')
    window.press('Enter')
    await window.shows('Password:')
    window.type('corr')
    window.press('C-c')
    assert.deepEqual(await window.afterwards(), { code: 130, ...RESTORED })
    assert.isTrue(window.cursorIsShown)
    assert.notInclude(window.screen, 'corr')
  })

  test('a narrower window is taken note of, in the queue and in the next table', async ({
    assert,
  }) => {
    await sandbox.login()
    window.run('souk partner review')
    await window.shows('Shop 1: [a]pprove')
    window.resize(60, 60)
    window.type('o')
    await window.shows('licence.pdf')
    window.type('a')
    await window.shows(`approved  ${ID}  Shop 1`)
    await window.shows('Shop 2: [a]pprove')
    window.type('q')
    await window.shows('1 approved, 0 rejected, 0 skipped')

    for (const columns of [60, 40, 100]) {
      window.resize(columns, 60)
      window.run('souk partner list --quiet; echo th""ere')
      await window.shows('there')
      const rows = window.screen.split('\n').filter((line) => line.startsWith('prt_'))
      // two are left to decide on; no row takes a second line, and no id is cut
      assert.lengthOf(rows, 2)
      for (const row of rows) assert.match(row, /^prt_\d{26}( |$)/)
      assert.lengthOf(
        window.screen.split('\n').filter((line) => /Shop \d/.test(line)),
        2
      )
    }
  })
})
