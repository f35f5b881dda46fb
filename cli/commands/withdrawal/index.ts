import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import approve from './approve.ts'
import hold from './hold.ts'
import release from './release.ts'
import retry from './retry.ts'
import reject from './reject.ts'
import pay from './pay.ts'
import fail from './fail.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function withdrawal(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, approve, hold, release, reject, pay, fail, retry])
}
