import { addVerbs } from '../../define/command.ts'
import add from './add.ts'
import edit from './edit.ts'
import list from './list.ts'
import remove from './remove.ts'
import rename from './rename.ts'
import show from './show.ts'
import use from './use.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function profile(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, add, use, edit, rename, remove])
}
