import { addVerbs } from '../../define/command.ts'
import create from './create.ts'
import show from './show.ts'
import qr from './qr.ts'
import cancel from './cancel.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function link(noun: Command, context: Context): void {
  addVerbs(noun, context, [create, show, qr, cancel])
}
