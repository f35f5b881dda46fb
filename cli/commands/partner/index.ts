import { addVerbs } from '../../define/command.ts'
import balance from './balance.ts'
import transactions from './transactions.ts'
import approve from './approve.ts'
import document from './document.ts'
import feature from './feature.ts'
import list from './list.ts'
import reject from './reject.ts'
import review from './review.ts'
import show from './show.ts'
import unfeature from './unfeature.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function partner(noun: Command, context: Context): void {
  addVerbs(noun, context, [
    ...[list, show, document, approve, reject, review],
    ...[feature, unfeature, balance, transactions],
  ])
}
