import { randomBytes } from 'node:crypto'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { STAFF_ROLES, type StaffRole } from '#core/actor'

/** The way in on the server's own machine, when nobody can log in: a new staff account. */
export default class UserCreate extends BaseCommand {
  static commandName = 'user:create'
  static description = 'Create a staff account; what is not given is asked for'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: `Role: ${STAFF_ROLES.join(', ')}` })
  declare role?: string

  @flags.string({ description: 'Name of the person' })
  declare name?: string

  @flags.string({ description: 'E-mail address to log in with' })
  declare email?: string

  @flags.boolean({ description: 'Ask for the password instead of generating one' })
  declare askPassword: boolean

  async run() {
    const { newStaffValidator } = await import('#auth/validators/staff_account')
    const { default: CreateStaffAccount } = await import('#auth/actions/create_staff_account')
    const given = {
      role: this.role ?? (await this.prompt.choice('Role', [...STAFF_ROLES])),
      name: this.name ?? (await this.prompt.ask('Name')),
      email: this.email ?? (await this.prompt.ask('E-mail')),
    }
    try {
      const input = await newStaffValidator.validate(given)
      const password = await this.#password()
      const account = { ...input, role: input.role as StaffRole, password: password.text }
      const user = await new CreateStaffAccount().withPassword(account)
      this.logger.success(`${user.role} ${user.email} (${user.id})`)
      if (password.isNew) this.logger.info(`password, shown this once: ${password.text}`)
    } catch (error) {
      this.exitCode = 1
      this.logger.error(sentenceOf(error))
    }
  }

  async #password(): Promise<{ text: string; isNew: boolean }> {
    if (!this.askPassword) return { text: randomBytes(15).toString('base64url'), isNew: true }
    const text = await this.prompt.secure('Password (10 characters or more)', {
      validate: (value) => value.length >= 10 && value.length <= 200,
    })
    return { text, isNew: false }
  }
}

/** Validation errors carry one sentence per field. */
function sentenceOf(error: unknown): string {
  const { messages, message } = error as { messages?: { message: string }[]; message: string }
  return messages ? messages.map((one) => one.message).join('; ') : message
}
