/*
 * Accounts of clients and partners, as the help desk sees to them: the souk binary against the real
 * server.
 */
import { writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { clientOnTwoDevices } from '#tests/helpers/customers'
import { deskOf, json, type Desk } from '#tests/helpers/desk'
import { drainOutbox, linkTokenSentTo, mailsTo } from '#tests/helpers/outbox'
import { paidOrder } from '#tests/helpers/refunds'

const PROFILE = '/api/v1/user/profile'
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
const statusOf = async (id: string) => (await db.from('users').where({ id }).first()).status

test.group('the help desk in the terminal', (group) => {
  let desk: Desk

  group.setup(async () => {
    desk = await deskOf('admin')
    return () => desk.close()
  })

  test('finds somebody, reads the file, notes something, and suspends until a day', async ({
    client,
    assert,
  }) => {
    const word = unique('Zu')
    const person = await actorOfRole('client', { name: `Ada ${word}`, country: 'AT' })
    const { id, email } = person.user
    const { orderId } = await paidOrder({ client: person })
    assert.deepEqual(idsOf(await json(desk, 'user', 'search', word)), [id])
    const list = ['user', 'list', '--search', word, '--verified', 'yes', '--last-login', '1d']
    assert.deepEqual(idsOf(await json(desk, ...list)), [id])
    assert.deepEqual(await json(desk, ...list, '--two-factor', 'yes'), [])

    const noted = await json(desk, 'user', 'note', 'add', id, '--body', 'Prefers mail', '--pin')
    assert.containSubset(noted, { outcome: 'noted', isPinned: true, of: id })
    assert.match(noted.id, /^not_/)
    const [note] = await json(desk, 'user', 'note', 'list', id)
    const edit = ['user', 'note', 'edit', note.id, '--body', 'Prefers to be called', '--no-pin']
    assert.containSubset(await json(desk, ...edit), { isEdited: true, isPinned: false })
    const agent = await deskOf('agent')
    const foreign = await agent.run(['user', 'note', 'rm', note.id, '--yes'])
    assert.equal(foreign.code, 3)
    assert.equal((await agent.run(['user', 'suspend', id, '--reason', 'x', '--yes'])).code, 4)
    await agent.close()
    const page = await desk.run(['user', 'show', id])
    for (const part of [word, 'Prefers to be called', orderId, 'note.added'])
      assert.include(page.stdout, part)
    await json(desk, 'user', 'note', 'delete', note.id, '--yes')
    assert.deepEqual(await json(desk, 'user', 'note', 'list', id), [])

    const suspend = desk.terminal(['user', 'suspend', id, '--until', '7d'])
    await suspend.expect('Reason')
    suspend.type('a stolen card\r')
    await suspend.expect(`Suspend user ${id}?`)
    suspend.type('y\r')
    await suspend.expect(`suspended  ${id}  Ada ${word}`)
    assert.equal(await suspend.exit(), 0)
    ;(await client.get(PROFILE).headers(person.headers)).assertStatus(401)
    await drainOutbox()
    assert.isTrue((await mailsTo(email!)).some((mail) => mail.includes('a stolen card')))
    const [row] = await json(desk, 'user', 'list', '--search', word, '--status', 'suspended')
    assert.approximately(Date.parse(row.suspendedUntil) - Date.now(), 7 * 86_400_000, 120_000)
    await json(desk, 'user', 'activate', id, '--reason', 'it was their own', '--yes')
    assert.equal(await statusOf(id), 'active')
    const trail = await json(
      desk,
      'audit',
      'list',
      '--target',
      id,
      '--action',
      'customer.activated'
    )
    assert.containSubset(trail, [{ reason: 'it was their own', before: { status: 'suspended' } }])
  }).timeout(60_000)

  test('bans by typing the id, and a file by typing how many', async ({ assert }) => {
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => actorOfRole('client')))
    const ban = ['user', 'ban', one.user.id, '--reason', 'fraud']
    assert.equal((await desk.run([...ban, '--yes'])).code, 2)
    const wrong = desk.terminal(ban)
    await wrong.expect(`Type the id to go on (${one.user.id})`)
    wrong.type('yes\r')
    assert.equal(await wrong.exit(), 130)
    assert.equal(await statusOf(one.user.id), 'active')
    await json(desk, ...ban, '--confirm', one.user.id)
    assert.equal(await statusOf(one.user.id), 'banned')
    assert.equal((await desk.run([...ban, '--confirm', one.user.id])).code, 5)

    const file = desk.path('ids.txt')
    const staff = await actorOfRole('agent')
    const ids = [two.user.id, three.user.id, staff.user.id]
    await writeFile(file, ids.join('\n'))
    const many = ['user', 'ban', '--from', file, '--reason', 'fraud', '--confirm', '3']
    const { code, stdout } = await desk.run(many)
    assert.equal(code, 7)
    for (const id of ids.slice(0, 2)) assert.include(stdout, `banned\t${id}`)
    assert.include(stdout, `failed\t${staff.user.id}`)
    assert.deepEqual(await Promise.all(ids.map(statusOf)), ['banned', 'banned', 'active'])
    const [run] = await json(desk, 'run', 'list')
    assert.include(JSON.stringify(run), 'user ban')
  }).timeout(60_000)

  test('deletes by typing the id, unless something is open', async ({ assert, cleanup }) => {
    const person = await actorOfRole('client', { name: `Ada ${unique('Gone')}` })
    const { id } = person.user
    const remove = ['user', 'delete', id, '--reason', `${person.user.name} asked by letter`]
    assert.equal((await desk.run([...remove, '--confirm', id])).code, 4)
    const root = await deskOf('senior_admin')
    cleanup(() => root.close())
    assert.equal((await root.run([...remove, '--yes'])).code, 2)
    assert.equal(await statusOf(id), 'active')
    assert.containSubset(await json(root, ...remove, '--confirm', id), { outcome: 'deleted' })
    assert.equal(await statusOf(id), 'deleted')
    await drainOutbox()
    const { name, email } = await db.from('users').where({ id }).firstOrFail()
    assert.notEqual(name, person.user.name)
    assert.isNull(email)
    const [line] = await json(desk, 'audit', 'list', '--target', id, '--action', 'user.erased')
    assert.equal(line.reason, '[erased] asked by letter')

    const { client: buyer } = await paidOrder({ client: await actorOfRole('client') })
    const open = ['user', 'delete', buyer.user.id, '--reason', 'x', '--confirm', buyer.user.id]
    const refused = await root.run(open)
    assert.equal(refused.code, 5)
    assert.include(refused.stderr, '1 orders: cancel what nobody has begun')
    assert.equal(await statusOf(buyer.user.id), 'active')
  }).timeout(60_000)

  test('helps somebody back in: sessions, address, number, link and a word', async ({
    client,
    assert,
  }) => {
    const { first, second, customerId: id } = await clientOnTwoDevices()
    const { email } = first.user
    await db.from('users').where({ id }).update({ email_verified_at: null })
    const listed = await json(desk, 'user', 'sessions', 'list', id)
    assert.sameMembers(idsOf(listed), [first.sessionId, second.sessionId])
    const revoke = ['user', 'sessions', 'revoke', id, '--reason', 'a stolen phone', '--yes']
    await json(desk, ...revoke, '--session', first.sessionId)
    ;(await client.get(PROFILE).headers(first.headers)).assertStatus(401)
    ;(await client.get(PROFILE).headers(second.headers)).assertStatus(200)
    assert.containSubset(await json(desk, ...revoke), { outcome: 'logged out', ended: 1 })
    assert.deepEqual(await json(desk, 'user', 'sessions', 'list', id), [])

    await json(desk, 'user', 'verify-email', id, '--yes')
    assert.equal((await desk.run(['user', 'verify-email', id, '--yes'])).code, 5)
    const phone = `+49155${String(Date.now()).slice(-8)}`
    await json(desk, 'user', 'update', id, '--phone', phone, '--yes')
    assert.equal((await db.from('users').where({ id }).first()).phone, phone)
    const tried = ['user', 'update', id, '--name', 'Somebody', '--dry-run-server']
    const trial = await desk.run(tried)
    assert.equal(trial.code, 0, trial.stderr)
    assert.notEqual((await db.from('users').where({ id }).first()).name, 'Somebody')

    const words = ['--subject', 'A word', '--body', 'Your link comes next.']
    await json(desk, 'user', 'mail', id, ...words, '--yes')
    const reset = await desk.run(['user', 'reset-password', id, '--yes'])
    assert.equal(reset.code, 0, reset.stderr)
    const token = await linkTokenSentTo(email!)
    assert.notInclude(reset.stdout, token)
    assert.isTrue((await mailsTo(email!)).some((mail) => mail.includes('Your link comes next.')))
    const trail = await json(desk, 'audit', 'list', '--target', id, '--all')
    assert.includeMembers(
      trail.map(({ action }: any) => action),
      [
        ...['customer.sessions_ended', 'customer.email_verified', 'customer.changed'],
        ...['customer.mailed', 'customer.password_reset_sent'],
      ]
    )
  }).timeout(60_000)
})
