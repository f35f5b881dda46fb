/*
 * A member of staff looks through a client's eyes in the terminal, with the real server.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole } from '#tests/helpers/actors'
import { makeListing } from '#tests/helpers/catalogue'
import { deskOf, json, type Desk } from '#tests/helpers/desk'
import { loggedOf } from '#tests/helpers/impersonation'
import { placePaidOrder } from '#tests/helpers/shopping'

const kept = (desk: Desk) => desk.path('.config/souk/tokens/local.impersonation.json')

test.group('impersonation in the terminal', (group) => {
  let desk: Desk

  group.setup(async () => {
    desk = await deskOf('admin')
    return () => desk.close()
  })

  test('start, look, be refused every write, end, and both sides see the log', async ({
    client,
    assert,
  }) => {
    const person = await actorOfRole('client')
    const { variantIds } = await makeListing()
    const { orderId } = await placePaidOrder(variantIds, person)

    const start = ['impersonate', 'start', person.user.id, '--reason', 'where is my order?']
    const trial = await desk.run([...start, '--dry-run-server'])
    assert.equal(trial.code, 0, trial.stderr)
    assert.include(trial.stdout, 'impersonation.started')
    assert.notMatch(trial.stdout + trial.stderr, /souk_imp_/)
    assert.include((await desk.run([...start, '--dry-run'])).stdout, '/admin/impersonate/start')
    await assert.rejects(() => stat(kept(desk)))
    const started = await desk.run([...start, '--ticket', '42', '--ttl', '10m', '--json'])
    assert.equal(started.code, 0, started.stderr)
    const { sessionId, customer } = JSON.parse(started.stdout)
    assert.equal(customer.id, person.user.id)
    const { impersonationToken: token } = JSON.parse(await readFile(kept(desk), 'utf8'))
    assert.equal((await stat(kept(desk))).mode & 0o777, 0o600)
    assert.notInclude(started.stdout + started.stderr, token)

    const orders = await desk.run(['impersonate', 'api', '/orders', '--debug'])
    assert.equal(orders.code, 0, orders.stderr)
    assert.include(orders.stdout, orderId)
    assert.match(orders.stderr, /IMPERSONATING .* read-only/)
    assert.notInclude(orders.stdout + orders.stderr, token)
    const one = await json(desk, 'impersonate', 'api', 'GET', `/orders/${orderId}`)
    assert.equal(one.data.id, orderId)
    assert.equal((await desk.run(['impersonate', 'api', '/auth/sessions'])).code, 4)

    const before = (await loggedOf(sessionId)).length
    assert.equal(before, 3)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const refused = await desk.run(['impersonate', 'api', '-X', method, '/cart'])
      assert.equal(refused.code, 2, refused.stderr)
      assert.include(refused.stderr, 'nothing was sent')
      const worded = await desk.run(['impersonate', 'api', method, '/cart'])
      assert.equal(worded.code, 2, worded.stderr)
    }
    assert.lengthOf(await loggedOf(sessionId), before)
    const past = ['api', '-X', 'DELETE', '/cart', '--yes', '-H', `X-Impersonation-Token: ${token}`]
    const refusedThere = await desk.run(past)
    assert.equal(refusedThere.code, 4, refusedThere.stderr)
    assert.lengthOf(await loggedOf(sessionId), before + 1)

    const second = await desk.run(start)
    assert.equal(second.code, 5, second.stderr)
    assert.equal((await desk.run(['impersonate', 'note', 'parcel is on its way'])).code, 0)
    const status = await json(desk, 'impersonate', 'status')
    assert.containSubset(status, { open: true, sessionId, views: 2, refusals: 2 })
    const ended = await json(desk, 'impersonate', 'end', '--note', 'told the client')
    assert.containSubset(ended, { id: sessionId, endReason: 'ended', views: 2 })
    await assert.rejects(() => stat(kept(desk)))
    assert.equal((await desk.run(['impersonate', 'api', '/orders'])).code, 4)
    assert.equal((await desk.run(['impersonate', 'end'])).code, 5)

    const log = await json(desk, 'impersonate', 'show', sessionId)
    assert.deepEqual(
      log.notes.map((note: { text: string }) => note.text),
      ['parcel is on its way', 'told the client']
    )
    assert.deepEqual(
      log.requests.map((call: any) => `${call.method} ${call.path.slice(7)} ${call.status}`),
      [
        'GET /orders 200',
        `GET /orders/${orderId} 200`,
        'GET /auth/sessions 403',
        'DELETE /cart 403',
      ]
    )
    const logs = await json(desk, 'impersonate', 'logs', '--customer', person.user.id)
    assert.equal(logs[0].reason, 'where is my order? [ticket 42]')
    const own = await client.get('/api/v1/user/impersonations').headers(person.headers)
    assert.containSubset(own.body().data[0], {
      id: sessionId,
      reason: 'where is my order? [ticket 42]',
      views: 2,
    })
  })

  test('one look is over when the prompt is back, also when the call fails', async ({ assert }) => {
    const person = await actorOfRole('client')
    const run = ['impersonate', 'run', person.user.id, '--reason', 'a look']
    const done = await desk.run([...run, '--', 'api', 'GET', '/user/profile'])
    assert.equal(done.code, 0, done.stderr)
    assert.include(done.stdout, person.user.email!)
    assert.match(done.stderr, /IMPERSONATING/)
    const failed = await desk.run([...run, '--', 'api', '/auth/sessions'])
    assert.equal(failed.code, 4, failed.stderr)
    const refused = await desk.run([...run, '--', 'api', 'POST', '/cart/items'])
    assert.equal(refused.code, 2, refused.stderr)

    const looks = await db.from('impersonations').where({ client_id: person.user.id })
    assert.lengthOf(looks, 2)
    for (const look of looks) assert.equal(look.end_reason, 'ended')
    assert.notInclude((await readdir(desk.path('.config/souk/tokens'))).join(), 'impersonation')
  })

  test('staff, the caller and strangers to the marketplace are refused', async ({
    assert,
    cleanup,
  }) => {
    const staff = await actorOfRole('agent')
    const start = ['impersonate', 'start', '--reason', 'x']
    const refused = await desk.run([...start, staff.user.id])
    assert.equal(refused.code, 4)
    assert.include(refused.stderr, 'Only clients and partners')
    const agent = await deskOf('agent')
    cleanup(() => agent.close())
    const person = await actorOfRole('client')
    assert.equal((await agent.run([...start, person.user.id])).code, 4)
    assert.equal((await desk.run(['impersonate', 'start', person.user.id])).code, 2)
  })
})
