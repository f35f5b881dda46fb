import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import invite from './invite.ts'
import role from './role.ts'
import disable from './disable.ts'
import enable from './enable.ts'
import can from './can.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function admin(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, invite, role, disable, enable, can])
}
