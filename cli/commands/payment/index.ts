import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import events from './events.ts'
import sync from './sync.ts'
import reconcile from './reconcile.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function payment(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, events, sync, reconcile])
}
