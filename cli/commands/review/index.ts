import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import approve from './approve.ts'
import hide from './hide.ts'
import restore from './restore.ts'
import remove from './remove.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function review(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, approve, hide, restore, remove])
}
