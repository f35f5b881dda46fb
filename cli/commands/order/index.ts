import { addVerbs } from '../../define/command.ts'
import cancel from './cancel.ts'
import create from './create.ts'
import invoice from './invoice.ts'
import list from './list.ts'
import show from './show.ts'
import status from './status.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function order(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, status, cancel, create, invoice])
}
