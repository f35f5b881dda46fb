import { addVerbs } from '../../define/command.ts'
<<<<<<< HEAD
import cancel from './cancel.ts'
import create from './create.ts'
import invoice from './invoice.ts'
import list from './list.ts'
import show from './show.ts'
import status from './status.ts'
=======
import list from './list.ts'
import show from './show.ts'
import timeline from './timeline.ts'
import status from './status.ts'
import cancel from './cancel.ts'
import create from './create.ts'
import invoice from './invoice.ts'
import exportOrders from './export.ts'
>>>>>>> cli2
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function order(noun: Command, context: Context): void {
<<<<<<< HEAD
  addVerbs(noun, context, [list, show, status, cancel, create, invoice])
=======
  addVerbs(noun, context, [
    ...[list, show, timeline, status, cancel],
    ...[create, invoice, exportOrders],
  ])
>>>>>>> cli2
}
