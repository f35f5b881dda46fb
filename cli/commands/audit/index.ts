import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import tail from './tail.ts'
import verify from './verify.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function audit(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, tail, verify])
}
