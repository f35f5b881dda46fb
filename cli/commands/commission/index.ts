import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import set from './set.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function commission(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, set])
}
