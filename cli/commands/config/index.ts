import { addVerbs } from '../../define/command.ts'
import get from './get.ts'
import list from './list.ts'
import path from './path.ts'
import set from './set.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function config(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, get, set, path])
}
