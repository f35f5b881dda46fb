import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import resume from './resume.ts'
import show from './show.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function run(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, resume])
}
