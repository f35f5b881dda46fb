import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import approve from './approve.ts'
import hide from './hide.ts'
import unhide from './unhide.ts'
import feature from './feature.ts'
import unfeature from './unfeature.ts'
import review from './review.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function product(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, approve, hide, unhide, feature, unfeature, review])
}
