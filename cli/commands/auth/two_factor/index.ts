import { Command } from 'commander'
import { addVerbs } from '../../../define/command.ts'
import disable from './disable.ts'
import enable from './enable.ts'
import recoveryCodes from './recovery_codes.ts'
import status from './status.ts'
import verify from './verify.ts'
import type { Context } from '../../../context.ts'

/** `souk auth 2fa …`; takes its settings from the noun before its own verbs take them from it. */
export default function addTwoFactor(noun: Command, context: Context): void {
  const command = new Command('2fa')
    .description('the second factor of this login')
    .helpCommand(false)
  command.copyInheritedSettings(noun)
  noun.addCommand(command)
  addVerbs(command, context, [status, enable, verify, disable, recoveryCodes])
}
