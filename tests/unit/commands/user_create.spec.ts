import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import { isPassword } from '#auth/services/passwords'
import { unique } from '#tests/helpers/actors'
import User from '#users/models/user'
import UserCreate from '../../../commands/user_create.js'

test.group('user:create', (group) => {
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  const run = async (...args: string[]) => {
    const command = await ace.create(UserCreate, args)
    await command.exec()
    const output = command.logger.getLogs().map(({ message }) => message)
    return { command, output: output.join('\n') }
  }

  test('makes an account whose generated password is printed once', async ({ assert }) => {
    const email = `${unique('root')}@example.test`
    const { command, output } = await run('--role=senior_admin', '--name=Root', `--email=${email}`)
    assert.equal(command.exitCode, 0)
    const user = await User.findByOrFail('email', email)
    assert.equal(user.role, 'senior_admin')
    const password = /this once: (\S+)/.exec(output)![1]
    assert.isTrue(await isPassword(password, user.passwordHash))
  })

  test('asks for what is not given', async ({ assert }) => {
    const email = `${unique('asked')}@example.test`
    const command = await ace.create(UserCreate, ['--ask-password'])
    command.prompt.trap('Role').chooseOption(0)
    command.prompt.trap('Name').replyWith('Asked')
    command.prompt.trap('E-mail').replyWith(email)
    command.prompt.trap('Password (10 characters or more)').replyWith('a long password')
    await command.exec()
    const user = await User.findByOrFail('email', email)
    assert.isTrue(await isPassword('a long password', user.passwordHash))
  })

  test('says in a sentence what is wrong', async ({ assert }) => {
    const bad = await run('--role=client', '--name=x', '--email=nobody')
    assert.equal(bad.command.exitCode, 1)
    const email = `${unique('twice')}@example.test`
    await run('--role=hr', '--name=x', `--email=${email}`)
    const twice = await run('--role=hr', '--name=x', `--email=${email}`)
    assert.equal(twice.command.exitCode, 1)
    assert.include(twice.output, 'There is an account')
  })
})
