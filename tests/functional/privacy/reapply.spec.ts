/*
 * Accounts that were erased and have come back with a database that was restored by other means than
 * backup:restore.
 */
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import EraseAccount from '#privacy/actions/erase_account'
import ReapplyErasures from '#privacy/actions/reapply_erasures'
import { actorOfRole, unique, type TestActor } from '#tests/helpers/actors'
import { needsAddress } from '#tests/helpers/addresses'
import { asActor } from '#tests/helpers/marketplace'
import { drainOutbox } from '#tests/helpers/outbox'
import { erasureOf } from '#tests/helpers/privacy'
import { findInTables } from '#tests/helpers/scans'
import PrivacyReapply from '../../../commands/privacy_reapply.js'

/** What a backup of somebody holds. */
async function backupOf({ user }: TestActor) {
  const account = await db.from('users').where('id', user.id).firstOrFail()
  const addresses = await db.from('addresses').where('user_id', user.id)
  return { account, addresses }
}

/** Puts it back; the database knows of no erasure then. */
async function restore({ account, addresses }: Awaited<ReturnType<typeof backupOf>>) {
  await db.from('erasures').where('user_id', account.id).delete()
  const { id, name, email, status } = account
  await db.from('users').where({ id }).update({ name, email, status, erased_at: null })
  await db.from('addresses').where('user_id', account.id).delete()
  await db.table('addresses').multiInsert(addresses)
}

/** Somebody whose name stands in more than one table. */
async function planted() {
  const word = unique('Back')
  const person = await actorOfRole('client', { name: `Ada ${word}` })
  await needsAddress(person)
  await db.from('addresses').where('user_id', person.user.id).update({ recipient: word })
  await drainOutbox()
  return { person, word }
}

const erase = (person: TestActor) =>
  new EraseAccount().execute({ actor: asActor(person), userId: person.user.id })

test.group('privacy:reapply', (group) => {
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('erases again who has come back, and nobody else, and once', async ({ assert }) => {
    const { person, word } = await planted()
    const other = await planted()
    const backup = await backupOf(person)
    await erase(person)
    await drainOutbox()
    assert.deepEqual(await findInTables([word]), [])
    await restore(backup)
    assert.includeMembers(await findInTables([word]), [
      `users.name: ${word}`,
      `addresses.recipient: ${word}`,
    ])
    const { id } = person.user

    assert.deepEqual(await new ReapplyErasures().execute(), [id])
    assert.deepEqual(await findInTables([word]), [])
    assert.containSubset(await erasureOf(id), { origin: 'restore', requested_by: null })
    const account = await db.from('users').where('id', id).firstOrFail()
    assert.equal(account.status, 'deleted')
    assert.isNotEmpty(await findInTables([other.word]))
    assert.deepEqual(await new ReapplyErasures().execute(), [])
  })

  test('says whom', async ({ assert }) => {
    const { person, word } = await planted()
    const backup = await backupOf(person)
    await erase(person)
    await drainOutbox()
    await restore(backup)
    const run = async () => {
      const command = await ace.create(PrivacyReapply, [])
      await command.exec()
      assert.equal(command.exitCode, 0)
      return command.logger.getLogs().map(({ message }) => message)
    }
    const said = (await run()).join('\n')
    assert.include(said, person.user.id)
    assert.include(said, '1 accounts erased again')
    assert.deepEqual(await findInTables([word]), [])
    assert.include((await run()).at(-1)!, '0 accounts erased again')
  })
})
