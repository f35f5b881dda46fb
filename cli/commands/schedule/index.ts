import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import run from './run.ts'
import tasks from './tasks.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function schedule(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, tasks, run])
}
