/*
 * Second factors as staff use them: the souk binary on a pseudo-terminal, against the real server.
 */
import { stat } from 'node:fs/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, SECOND } from '#core/support/clock'
import { actorOfRole, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { deskOf, json, SERVER, type Desk } from '#tests/helpers/desk'
import { App, withApp } from '#tests/helpers/factors'
import { codeSentTo } from '#tests/helpers/outbox'
import { Sandbox } from '#tests/cli/support/sandbox'
import type User from '#users/models/user'

const number = () => `+4915${Math.floor(1e8 + Math.random() * 9e8)}`

async function desk(cleanup: (work: () => Promise<void>) => void): Promise<Desk> {
  const fresh = await Sandbox.at(SERVER)
  cleanup(() => fresh.close())
  return fresh
}

/** Types e-mail and password at a terminal, and stops before the code. */
async function typePassword(at: Desk, { user }: TestActor, ...flags: string[]) {
  const login = at.terminal(['login', ...flags])
  await login.expect('E-mail:')
  login.type(`${user.email}\r`)
  await login.expect('Password:')
  login.type(`${PASSWORD}\r`)
  return login
}

/** All sessions of an account have proved themselves long ago. */
async function letProofsAge(user: Pick<User, 'id'>) {
  await db
    .from('sessions')
    .where({ user_id: user.id })
    .update({ proved_at: clock.now() - 301 * SECOND })
}

test.group('second factors in the terminal: logging in', () => {
  test('an app is set up by its QR code; then log-in asks for its code', async ({
    assert,
    cleanup,
  }) => {
    const person = await actorOfRole('admin')
    const at = await desk(cleanup)
    const first = await typePassword(at, person)
    assert.equal(await first.exit(), 0)
    const unsafe = at.terminal(['whoami'])
    await unsafe.expect('souk auth 2fa enable')
    assert.equal(await unsafe.exit(), 0)

    const enable = at.terminal(['auth', '2fa', 'enable'], { columns: 160, rows: 60 })
    await enable.expect('otpauth://totp/Souk:')
    await enable.expect('Code:')
    assert.include(enable.raw, '▀', 'the QR code')
    const app = new App(/secret: ([A-Z2-7]{32})/.exec(enable.raw)![1])
    enable.type(`${app.next()}\r`)
    await enable.expect('never shown again')
    assert.equal(await enable.exit(), 0)
    const [recovery] = enable.raw.match(/\b[a-z2-9]{5}-[a-z2-9]{5}\b/g)!.slice(-1)
    assert.containSubset(await json(at, 'auth', '2fa', 'status'), {
      method: 'totp',
      recoveryCodesLeft: 10,
      isAdvised: false,
    })

    await at.run(['logout'])
    const byApp = await typePassword(at, person)
    await byApp.expect('Code (totp, recovery):')
    byApp.type(`${app.next()}\r`)
    await byApp.expect(`logged in  ${person.user.email}`)
    assert.equal(await byApp.exit(), 0)

    await at.run(['logout'])
    const byRecovery = await typePassword(at, person)
    await byRecovery.expect('Code (totp, recovery):')
    byRecovery.type(`${recovery}\r`)
    await byRecovery.expect(`logged in  ${person.user.email}`)
    assert.equal(await byRecovery.exit(), 0)
    assert.equal((await json(at, 'auth', '2fa', 'status')).recoveryCodesLeft, 9)
    const devices = at.path('.config/souk/devices.json')
    assert.equal((await stat(devices)).mode & 0o777, 0o600)
  }).timeout(120_000)

  test('mailed codes are turned on by one; then one comes by itself, a texted one when it is asked for', async ({
    assert,
    cleanup,
  }) => {
    const phone = number()
    const person = await actorOfRole('agent', { phone, phoneVerifiedAt: 1 })
    const at = await desk(cleanup)
    assert.equal(await (await typePassword(at, person)).exit(), 0)
    const enable = at.terminal(['auth', '2fa', 'enable', '--method', 'email'])
    await enable.expect('A code is on its way (email).')
    await enable.expect('Code:')
    enable.type(`${await codeSentTo(person.user.email!)}\r`)
    await enable.expect('never shown again')
    assert.equal(await enable.exit(), 0)
    assert.containSubset(await json(at, 'auth', '2fa', 'status'), {
      method: 'email',
      recoveryCodesLeft: 10,
    })
    await at.run(['logout'])

    const mailed = await typePassword(at, person)
    await mailed.expect('Code (email, sms, recovery; type sms for a texted one):')
    mailed.type(`${await codeSentTo(person.user.email!)}\r`)
    await mailed.expect(`logged in  ${person.user.email}`)
    assert.equal(await mailed.exit(), 0)

    const texted = await typePassword(at, person)
    await texted.expect('type sms for a texted one):')
    texted.type('sms\r')
    await texted.expect('a texted code is on its way')
    texted.type(`${await codeSentTo(phone)}\r`)
    await texted.expect(`logged in  ${person.user.email}`)
    assert.equal(await texted.exit(), 0)
  }).timeout(120_000)

  test('without a terminal the code comes from stdin; a remembered computer needs none', async ({
    assert,
    cleanup,
  }) => {
    const person = await actorOfRole('admin')
    const { app } = await withApp(person)
    const at = await desk(cleanup)
    const login = ['login', '--email', person.user.email!, '--password-stdin']
    const missing = await at.run(login, { stdin: `${PASSWORD}\n` })
    assert.equal(missing.code, 2)
    assert.include(missing.stderr, '--otp-stdin')
    const wrong = await at.run([...login, '--otp-stdin'], {
      stdin: `${PASSWORD}\n${app.wrong()}\n`,
    })
    assert.equal(wrong.code, 5, wrong.stderr)
    const stdin = `${PASSWORD}\n${app.next()}\n`
    const good = await at.run([...login, '--otp-stdin', '--remember-device'], { stdin })
    assert.equal(good.code, 0, good.stderr)
    const excused = await at.run(login, { stdin: `${PASSWORD}\n` })
    assert.equal(excused.code, 0, excused.stderr)
    const off = ['auth', '2fa', 'disable', '--password-stdin', '--otp-stdin', '--json']
    const disabled = await at.run(off, { stdin: `${PASSWORD}\n${app.next()}\n` })
    assert.equal(disabled.code, 0, disabled.stderr)
    assert.deepEqual(JSON.parse(disabled.stdout), { method: 'off' })
  }).timeout(120_000)
})

test.group('second factors in the terminal: a fresh proof', () => {
  test('a terminal is asked for it, and the same write goes on', async ({ assert, cleanup }) => {
    const root = await actorOfRole('senior_admin')
    const { user: agent } = await actorOfRole('agent')
    const at = await desk(cleanup)
    const login = ['login', '--email', root.user.email!, '--password-stdin']
    assert.equal((await at.run(login, { stdin: `${PASSWORD}\n` })).code, 0)
    await letProofsAge(root.user)

    const promote = ['admin', 'role', agent.id, '--to', 'hr', '--yes']
    const refused = await at.run([...promote, '--json'])
    assert.equal(refused.code, 4)
    assert.equal(refused.stdout, '')
    const { error } = JSON.parse(refused.stderr)
    assert.equal(error.code, 'E_STEP_UP_REQUIRED')
    assert.include(error.hint, 'souk auth step-up --password-stdin')

    const terminal = at.terminal(promote)
    await terminal.expect('This needs a fresh proof that it is you.')
    await terminal.expect('Password:')
    terminal.type(`${PASSWORD}\r`)
    assert.equal(await terminal.exit(), 0, terminal.raw)
    assert.notInclude(terminal.raw, PASSWORD)
    const changed = await db.from('users').where({ id: agent.id }).firstOrFail()
    assert.equal(changed.role, 'hr')
  }).timeout(120_000)

  test('with an app: its code, on the terminal or beforehand from stdin', async ({
    assert,
    cleanup,
  }) => {
    const root = await actorOfRole('senior_admin')
    const { user: agent } = await actorOfRole('agent')
    const { app } = await withApp(root)
    const at = await desk(cleanup)
    const login = ['login', '--email', root.user.email!, '--password-stdin', '--otp-stdin']
    const entered = await at.run(login, { stdin: `${PASSWORD}\n${app.next()}\n` })
    assert.equal(entered.code, 0, entered.stderr)
    await letProofsAge(root.user)
    const rename = (role: string) => ['admin', 'role', agent.id, '--to', role, '--yes']
    const refused = await at.run(rename('hr'))
    assert.equal(refused.code, 4)
    assert.include(refused.stderr, 'souk auth step-up --otp-stdin')
    const wrong = await at.run(['auth', 'step-up', '--otp-stdin'], { stdin: `${app.wrong()}\n` })
    assert.equal(wrong.code, 5)
    const proved = await at.run(['auth', 'step-up', '--otp-stdin'], { stdin: `${app.next()}\n` })
    assert.equal(proved.code, 0, proved.stderr)
    const done = await at.run(rename('hr'))
    assert.equal(done.code, 0, done.stderr)
  }).timeout(120_000)

  test('an admin without a second factor is told so, and let on', async ({ assert, cleanup }) => {
    const at = await deskOf('admin')
    cleanup(() => at.close())
    const { code, stderr } = await at.run(['whoami'])
    assert.equal(code, 0)
    assert.include(stderr, 'without a second factor')
    assert.equal((await json(at, 'whoami')).twoFactor, 'off')
  })
})
