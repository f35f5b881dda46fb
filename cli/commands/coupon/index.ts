import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import create from './create.ts'
import update from './update.ts'
import disable from './disable.ts'
import usage from './usage.ts'
import remove from './delete.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function coupon(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, usage, create, update, disable, remove])
}
