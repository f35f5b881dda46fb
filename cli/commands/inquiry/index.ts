import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import match from './match.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function inquiry(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, match])
}
