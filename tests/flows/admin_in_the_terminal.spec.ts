/*
 * The marketplace as staff run it: the souk binary in a child process, against the real server.
 */
import { readFile, stat } from 'node:fs/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { actorOfRole, PASSWORD, unique } from '#tests/helpers/actors'
import { emptyTables } from '#tests/helpers/database'
import { deskOf, json, SERVER, type Desk } from '#tests/helpers/desk'
import { plantJob } from '#tests/helpers/jobs'
import { makeCorner, makePartner, submitInquiry } from '#tests/helpers/marketplace'
import { codeSentTo, drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { completePartner, PDF, submittedPartner, type PartnerActor } from '#tests/helpers/partners'
import { Sandbox } from '#tests/cli/support/sandbox'

/** Puts partners at the head of the queue, in this order. */
async function queueFirst(partners: PartnerActor[]) {
  for (const [index, { partnerId }] of partners.entries())
    await db
      .from('partners')
      .where({ id: partnerId })
      .update({ submitted_at: index + 1 })
}

async function nameOf({ partnerId }: PartnerActor): Promise<string> {
  const { business_name: name } = await db.from('partners').where({ id: partnerId }).firstOrFail()
  return name
}

test.group('an admin in the terminal: logging in', () => {
  test('asks for e-mail and password, shows neither password nor token, and logs out again', async ({
    assert,
    cleanup,
  }) => {
    const { user } = await actorOfRole('admin')
    const desk = await Sandbox.at(SERVER)
    cleanup(() => desk.close())

    const login = desk.terminal(['login'])
    await login.expect('E-mail:')
    login.type(`${user.email}\r`)
    await login.expect('Password:')
    login.type(`${PASSWORD}\r`)
    await login.expect(`logged in  ${user.email}  admin`)
    assert.equal(await login.exit(), 0)
    assert.notInclude(login.raw, PASSWORD)

    const whoami = await json(desk, 'whoami')
    assert.equal(whoami.id, user.id)
    assert.include(whoami.permissions, 'verifications.review')
    const status = await json(desk, 'auth', 'status')
    assert.containSubset(status, { loggedIn: true, user: user.email, refreshable: true })
    assert.isTrue((await json(desk, 'auth', 'refresh')).refreshed)

    assert.isAtLeast((await json(desk, 'logout', '--all')).sessionsEnded, 2)
    assert.equal((await desk.run(['partner', 'list'])).code, 4)
    const open = await db.from('sessions').where({ user_id: user.id }).whereNull('revoked_at')
    assert.lengthOf(open, 0)
  })

  test('a token made elsewhere is checked, and kept with its end', async ({ assert, cleanup }) => {
    const { user, accessToken } = await actorOfRole('admin')
    const desk = await Sandbox.at(SERVER)
    cleanup(() => desk.close())
    const login = ['login', '--with-token', '--json']
    const refused = await desk.run(login, { stdin: 'not-a-token' })
    assert.equal(refused.code, 4, refused.stderr)
    const kept = JSON.parse((await desk.run(login, { stdin: accessToken })).stdout)
    assert.equal(kept.user.id, user.id)
    assert.isAbove(Date.parse(kept.expiresAt), Date.now())
    const { stdout } = await desk.run(['whoami', '--format', '{email}'], {
      env: { SOUK_TOKEN: accessToken },
    })
    assert.equal(stdout, `${user.email}\n`)
  })

  test('a wrong password ends with 4', async ({ assert, cleanup }) => {
    const { user } = await actorOfRole('agent')
    const desk = await Sandbox.at(SERVER)
    cleanup(() => desk.close())
    const args = ['login', '--email', user.email!, '--password-stdin']
    const { code, stdout, stderr } = await desk.run(args, { stdin: 'not the password\n' })
    assert.equal(code, 4, stderr)
    assert.equal(stdout, '')
  })

  test('a second factor is asked for, and the mailed code lets in', async ({ assert, cleanup }) => {
    const { user } = await actorOfRole('senior_admin', { twoFactor: 'email' })
    const desk = await Sandbox.at(SERVER)
    cleanup(() => desk.close())
    const args = ['login', '--email', user.email!, '--password-stdin']
    const unattended = await desk.run(args, { stdin: `${PASSWORD}\n` })
    assert.equal(unattended.code, 2)
    assert.include(unattended.stderr, '--otp-stdin')

    const login = desk.terminal(['login', '--email', user.email!])
    await login.expect('Password:')
    login.type(`${PASSWORD}\r`)
    await login.expect('Code (email):')
    login.type(`${await codeSentTo(user.email!)}\r`)
    await login.expect(`logged in  ${user.email}  senior_admin`)
    assert.equal(await login.exit(), 0)
    assert.equal((await json(desk, 'whoami')).email, user.email)
  })
})

test.group('an admin in the terminal: verifying partners', (group) => {
  let desk: Desk

  group.setup(async () => {
    desk = await deskOf('admin')
    return () => desk.close()
  })

  test('the queue, the file, and an approval that is confirmed', async ({ assert }) => {
    const partner = await submittedPartner()
    const { partnerId } = partner
    await queueFirst([partner])
    const [first] = await json(desk, 'partner', 'list', '--status', 'pending', '--limit', '1')
    assert.containSubset(first, { partnerId, status: 'submitted', email: partner.user.email })
    const file = desk.terminal(['partner', 'show', partnerId])
    await file.expect(partnerId)
    await file.expect('Submissions')
    assert.equal(await file.exit(), 0)

    const approve = desk.terminal(['partner', 'approve', partnerId, '--reason', 'seen in person'])
    await approve.expect(`Approve partner ${partnerId}?`)
    approve.type('y\r')
    await approve.expect(`approved  ${partnerId}`)
    assert.equal(await approve.exit(), 0)

    await drainOutbox()
    assert.include((await mailsTo(partner.user.email!)).at(-1), 'is verified')
    const again = await desk.run(['partner', 'approve', partnerId, '--yes', '--json'])
    assert.equal(again.code, 5, again.stderr)
    assert.equal(again.stdout, '')
    assert.isString(JSON.parse(again.stderr).error.requestId)

    const [entry] = await json(desk, 'audit', 'list', '--target', partnerId, '--limit', '1')
    assert.containSubset(entry, { reason: 'seen in person', actor: { role: 'admin' } })
  })

  test('a rejection asks for its reason, which reaches the partner and the audit log', async ({
    assert,
  }) => {
    const partner = await submittedPartner()
    const { partnerId } = partner
    const declined = desk.terminal(['partner', 'reject', partnerId, '--reason', 'no'])
    await declined.expect('Reject partner')
    declined.type('n\r')
    assert.equal(await declined.exit(), 130)

    const reject = desk.terminal(['partner', 'reject', partnerId, '--ticket', 'tkt_9'])
    await reject.expect('Reason')
    reject.type('the licence has expired\r')
    await reject.expect('Reject partner')
    reject.type('y\r')
    await reject.expect(`rejected  ${partnerId}`)
    assert.equal(await reject.exit(), 0)

    await drainOutbox()
    assert.include((await mailsTo(partner.user.email!)).at(-1), 'the licence has expired')
    const rows = await json(desk, 'audit', 'list', '--target', partnerId, '--since', '1h')
    assert.equal(rows[0].reason, 'the licence has expired [ticket tkt_9]')
    const rejected = await json(desk, 'partner', 'list', '--status', 'rejected', '--all')
    assert.include(
      rejected.map((row: { partnerId: string }) => row.partnerId),
      partnerId
    )
  })

  test('many at once, from what a list printed', async ({ assert }) => {
    const partners = [await submittedPartner(), await submittedPartner()]
    const ids = partners.map(({ partnerId }) => partnerId)
    const args = ['partner', 'approve', '--from', '-', '--confirm', '3']
    const { code, stdout } = await desk.run(args, {
      stdin: `${[...ids, 'prt_00000000000000000000000000'].join('\n')}\n`,
    })
    assert.equal(code, 7)
    const outcomes = stdout.trimEnd().split('\n')
    assert.deepEqual(
      outcomes.map((line) => line.split('\t')[0]),
      ['approved', 'approved', 'failed']
    )
  })

  test('a document is downloaded as it was handed in, and never over another file', async ({
    client,
    assert,
  }) => {
    const { partnerId, headers } = await completePartner()
    const submitted = await client
      .post('/api/v1/partner/verification')
      .headers(headers)
      .fields({ 'kinds[]': 'business_registration' })
      .file('documents', PDF, 'licence.pdf')
    submitted.assertStatus(201)
    const { submissions } = await json(desk, 'partner', 'show', partnerId)
    const [document] = submissions[0].documents

    const file = desk.path('licence.pdf')
    const args = ['partner', 'document', partnerId, document.id]
    const saved = await json(desk, ...args, '--output', file)
    assert.containSubset(saved, { file, contentType: 'application/pdf', size: PDF.length })
    assert.isTrue(PDF.equals(await readFile(file)))
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    assert.equal((await desk.run([...args, '--output', file])).code, 2)
    assert.equal((await desk.run([...args, '--output', '-'])).stdout, PDF.toString())
    const missing = 'doc_00000000000000000000000000'
    const foreign = ['partner', 'document', partnerId, missing, '--output', '-']
    assert.equal((await desk.run(foreign)).code, 3)
  })

  test('the review queue is worked through by keys', async ({ assert }) => {
    const partners = [await submittedPartner(), await submittedPartner(), await submittedPartner()]
    await queueFirst(partners)
    const [first, second, third] = await Promise.all(partners.map(nameOf))
    const review = desk.terminal(['partner', 'review'])
    await review.expect(`${first}: [a]pprove`)
    review.type('a')
    await review.expect(`approved  ${partners[0].partnerId}`)
    await review.expect(`${second}: [a]pprove`)
    review.type('r')
    await review.expect('Reason')
    review.type('not readable\r')
    await review.expect(`rejected  ${partners[1].partnerId}`)
    await review.expect(`${third}: [a]pprove`)
    review.type('q')
    await review.expect('1 approved, 1 rejected, 0 skipped')
    assert.equal(await review.exit(), 0)

    const [entry] = await json(desk, 'audit', 'list', '--target', partners[1].partnerId)
    assert.equal(entry.reason, 'not readable')
  })

  test('who may not, and what is not there', async ({ assert, cleanup }) => {
    const agent = await deskOf('agent')
    cleanup(() => agent.close())
    assert.equal((await agent.run(['partner', 'list'])).code, 4)
    assert.equal((await agent.run(['stats'])).code, 4)
    assert.equal((await desk.run(['partner', 'show', 'prt_00000000000000000000000000'])).code, 3)
    assert.equal((await desk.run(['partner', 'list', '--status', 'vanished'])).code, 2)
  })
})

test.group('an admin in the terminal: running the marketplace', (group) => {
  let desk: Desk
  let senior: Desk

  group.setup(async () => {
    desk = await deskOf('admin')
    senior = await deskOf('senior_admin')
    return async () => {
      await desk.close()
      await senior.close()
    }
  })

  test('an inquiry that nobody has is found, and matched again', async ({ assert }) => {
    const corner = await makeCorner()
    const title = `A wedding ${unique()}`
    const { inquiryId } = await submitInquiry(corner, { title })
    const unmatched = await json(
      desk,
      ...['inquiry', 'list', '--unmatched', '--category', corner.categoryId]
    )
    assert.deepEqual(
      unmatched.map((row: { id: string }) => row.id),
      [inquiryId]
    )

    const { partnerId } = await makePartner(corner)
    const match = desk.terminal(['inquiry', 'match', inquiryId])
    await match.expect(`Match inquiry ${inquiryId}?`)
    match.type('y\r')
    await match.expect(`matched  ${inquiryId}  ${title}`)
    assert.equal(await match.exit(), 0)
    const [row] = await json(desk, 'inquiry', 'list', '--city', corner.locationId)
    assert.equal(row.leads[0].partner.id, partnerId)
    const left = await desk.run(['inquiry', 'list', '--unmatched', '--city', corner.locationId])
    assert.deepEqual([left.code, left.stdout], [0, ''])
  })

  test('a category is made, moved, hidden and deleted', async ({ assert }) => {
    const name = `Drone films ${unique()}`
    const top = await json(desk, 'category', 'create', '--name', unique('Films '))
    const made = await json(
      desk,
      ...['category', 'create', '--name', name, '--parent', top.id, '--position', '2']
    )
    assert.containSubset(made, { name, parentId: top.id, position: 2, outcome: 'created' })

    const inUse = await desk.run(['category', 'delete', top.id, '--confirm', top.id])
    assert.equal(inUse.code, 5)
    assert.include(inUse.stderr, 'in use')
    const moved = await json(desk, 'category', 'move', made.id, '--parent', 'top', '--yes')
    assert.isNull(moved.parentId)
    const hidden = await json(desk, 'category', 'update', made.id, '--active', 'no')
    assert.isFalse(hidden.isActive)

    const wrong = await desk.run(['category', 'delete', made.id, '--confirm', top.id])
    assert.equal(wrong.code, 2)
    const remove = desk.terminal(['category', 'delete', made.id])
    await remove.expect('Type the id to go on')
    remove.type(`${made.id}\r`)
    await remove.expect(`deleted  ${made.id}`)
    assert.equal(await remove.exit(), 0)
    const names = await desk.run(['category', 'list', '--format', '{name}'])
    assert.notInclude(names.stdout, name)
    // The API answers the whole tree; a limit is kept all the same, and the cut is told.
    const some = await desk.run(['category', 'list', '--limit', '1'])
    assert.lengthOf(some.stdout.trimEnd().split('\n'), 1)
    assert.match(some.stderr, /^1 of [\d,]+ shown; more with --all or --limit N/)
  })

  test('regions and locations are made, changed and deleted', async ({ assert }) => {
    const city = unique('Husum ')
    const place = ['--country', 'DE', '--latitude', '54.47', '--longitude', '-9.05']
    const location = await json(desk, 'location', 'create', '--city', city, ...place)
    assert.equal(location.longitude, -9.05)
    await json(desk, 'location', 'update', location.id, '--active', 'no')
    const off = await json(desk, 'location', 'list', '--search', city, '--active', 'no')
    assert.equal(off[0].id, location.id)
    await json(desk, 'location', 'delete', location.id, '--confirm', location.id)

    const region = await json(
      desk,
      ...['region', 'create', '--name', unique('Region '), '--currency', 'EUR']
    )
    assert.equal((await json(desk, 'region', 'update', region.id, '--tax', '2200')).taxBps, 2200)
    const { categoryId } = await makeCorner()
    const restricted = ['region', 'restrict', region.id]
    const both = ['--allow-all', '--deny-category', categoryId]
    for (const wrong of [[], both]) {
      assert.equal((await desk.run([...restricted, ...wrong, '--yes'])).code, 2)
    }
    await json(desk, ...restricted, '--deny-category', categoryId, '--yes')
    const shown = await json(desk, 'region', 'show', region.id)
    assert.deepEqual(shown.restrictions.categoryIds, [categoryId])
    await json(desk, ...restricted, '--allow-all', '--yes')
    await json(desk, 'region', 'delete', region.id, '--confirm', region.id)
    assert.equal((await desk.run(['region', 'show', region.id])).code, 3)
  })

  test('staff are invited, promoted, sent away and let in again', async ({ assert }) => {
    const email = `${unique('ada')}@example.test`
    const name = unique('Ada ')
    const invite = ['admin', 'invite', '--email', email, '--name', name]
    const { id } = await json(senior, ...invite, '--role', 'agent', '--yes')
    await drainOutbox()
    assert.lengthOf(await mailsTo(email), 1)
    assert.equal((await json(senior, 'admin', 'role', id, '--to', 'hr', '--yes')).role, 'hr')
    const twoFactor = ['admin', 'role', id, '--two-factor', 'email', '--yes']
    assert.equal((await json(senior, ...twoFactor)).twoFactor, 'email')
    await json(senior, 'admin', 'disable', id, '--confirm', id)
    const gone = await json(senior, 'admin', 'list', '--status', 'deleted', '--search', name)
    assert.include(
      gone.map((row: { id: string }) => row.id),
      id
    )
    assert.equal((await json(senior, 'admin', 'enable', id, '--yes')).status, 'active')
    const actions = (await json(senior, 'audit', 'list', '--target', id)).map(
      (row: { action: string }) => row.action
    )
    assert.equal(actions.at(-1), 'staff_account.created')
    assert.include(actions, 'staff_account.deactivated')
  })

  test('failed jobs are listed and tried again', async ({ assert }) => {
    const queue = unique('queue')
    const facts = { queue, state: 'dead', attempts: 8, last_error: 'the mail server is away' }
    const id = await plantJob({ ...facts, dead_at: Date.now() })
    const failed = ['job', 'list', '--state', 'failed', '--queue', queue]
    const [job] = await json(senior, ...failed)
    assert.containSubset(job, { id, state: 'failed', lastError: 'the mail server is away' })
    const list = await senior.run(failed)
    const retry = await senior.run(['job', 'retry', '--from', '-', '--confirm', '1'], {
      stdin: list.stdout,
    })
    assert.equal(retry.code, 0, retry.stdout + retry.stderr)
    assert.match(retry.stdout, new RegExp(`^waiting\\t${id}\\t`))
    assert.lengthOf(await json(senior, ...failed), 0)
    assert.equal((await senior.run(['job', 'retry', id, '--yes'])).code, 5)
    assert.equal((await desk.run(['job', 'list'])).code, 4)
  })

  test('a scheduled task is run on demand', async ({ assert }) => {
    await emptyTables('schedule_runs')
    const tasks = await json(senior, 'schedule', 'tasks')
    assert.include(
      tasks.map((task: { name: string }) => task.name),
      'core.sweep'
    )
    const run = ['schedule', 'run', '--task', 'core.sweep']
    assert.equal((await json(senior, ...run, '--yes')).task, 'core.sweep')
    const [latest] = await json(senior, 'schedule', 'list', '--task', 'core.sweep')
    assert.equal(latest.task, 'core.sweep')
    assert.equal((await senior.run([...run, '--period', 'never', '--yes'])).code, 5)
  })

  test('the figures fit on one screen, and every one has a name for scripts', async ({
    assert,
  }) => {
    const partner = await submittedPartner()
    const screen = desk.terminal(['stats'], { columns: 80, rows: 24 })
    await screen.expect('TO DO')
    await screen.expect('PARTNERS')
    assert.equal(await screen.exit(), 0)
    assert.isAtMost(screen.raw.trimEnd().split('\n').length, 24)
    const { stdout } = await desk.run(['stats', '--jq', '.verifications.waiting'])
    assert.isAtLeast(Number(stdout), 1)
    const lines = (await desk.run(['stats'])).stdout.trimEnd().split('\n')
    assert.include(
      lines.map((line) => line.split('\t')[0]),
      'partners.submitted'
    )
    await desk.run(['partner', 'reject', partner.partnerId, '--reason', 'a test', '--yes'])

    const watched = desk.terminal(['stats', '--watch', '100ms'])
    await watched.expect('TO DO')
    await watched.expect('TO DO')
    watched.type('\u0003')
    assert.equal(await watched.exit(), 130)
  })

  test('the server and this computer are in order', async ({ assert }) => {
    const checks = await json(desk, 'health')
    const database = checks.find((check: { name: string }) => check.name === 'database')
    assert.match(database.detail, /sqlite|mysql/)
    const doctor = await desk.run(['doctor', '--json'])
    assert.equal(doctor.code, 0, doctor.stdout)
    const profile = await json(desk, 'api', '/user/profile')
    assert.equal(profile.data.role, 'admin')
    assert.include((await desk.run(['api', 'ls', 'verify'])).stdout, '/admin/verify/{partnerId}')
  })
})

test.group('an admin in the terminal: trying before doing', () => {
  test('a dry run tells what would change, the write does it, the reason is kept', async ({
    assert,
    cleanup,
  }) => {
    const desk = await deskOf('dev')
    cleanup(() => desk.close())
    const id = await plantJob({ state: 'dead', attempts: 15 })
    const state = async () => (await db.from('outbox').where({ id }).firstOrFail()).state

    const trial = await desk.run(['job', 'retry', id, '--dry-run-server'])
    assert.equal(trial.code, 0, trial.stderr)
    assert.include(trial.stdout, `job.retried\t${id}\tstate\tfailed\twaiting\n`)
    assert.equal(await state(), 'dead')

    const done = await desk.run(['job', 'retry', id, '--yes', '--reason', 'Störung behoben'])
    assert.equal(done.code, 0, done.stderr)
    assert.equal(await state(), 'pending')
    const [line] = await db.from('audit_entries').where({ subject_id: id })
    assert.equal(line.reason, 'Störung behoben')
  })
})
