import { addVerbs } from '../../define/command.ts'
import devices from './devices/index.ts'
import identities from './identities/index.ts'
import phone from './phone/index.ts'
import refresh from './refresh.ts'
import status from './status.ts'
import stepUp from './step_up.ts'
import token from './token.ts'
import addTwoFactor from './two_factor/index.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function auth(noun: Command, context: Context): void {
  addVerbs(noun, context, [status, token, refresh, stepUp, devices, phone, identities])
  addTwoFactor(noun, context)
}
