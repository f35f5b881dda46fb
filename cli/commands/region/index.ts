import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import create from './create.ts'
import update from './update.ts'
import restrict from './restrict.ts'
import remove from './delete.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function region(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, create, update, restrict, remove])
}
