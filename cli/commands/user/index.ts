import { addVerbs } from '../../define/command.ts'
import activate from './activate.ts'
import ban from './ban.ts'
import deleteUser from './delete.ts'
import list from './list.ts'
import mail from './mail.ts'
import note from './note/index.ts'
import resetPassword from './reset_password.ts'
import search from './search.ts'
import sessions from './sessions/index.ts'
import show from './show.ts'
import suspend from './suspend.ts'
import update from './update.ts'
import verifyEmail from './verify_email.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function user(noun: Command, context: Context): void {
  addVerbs(noun, context, [
    ...[list, search, show, update],
    ...[suspend, activate, ban, deleteUser],
    ...[resetPassword, verifyEmail, mail],
    ...[note, sessions],
  ])
}
