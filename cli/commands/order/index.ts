import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import timeline from './timeline.ts'
import status from './status.ts'
import cancel from './cancel.ts'
import note from './note.ts'
import create from './create.ts'
import invoice from './invoice.ts'
import exportOrders from './export.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function order(noun: Command, context: Context): void {
  addVerbs(noun, context, [
    ...[list, show, timeline, status, cancel, note],
    ...[create, invoice, exportOrders],
  ])
}
