import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import retry from './retry.ts'
import stats from './stats.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function job(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, stats, retry])
}
