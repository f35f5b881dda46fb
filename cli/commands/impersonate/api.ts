import { makeCommand, onRun } from '../../define/command.ts'
import { look, requireEyes } from '../../eyes.ts'
import { printAnswer } from '../api/call.ts'
import { PERMISSION, readLook } from './shared.ts'
import type { Context } from '../../context.ts'
import type { Command } from 'commander'

interface Flags {
  method?: string
}

/** Any other method than GET and HEAD is refused before anything is sent. */
export default function api(context: Context): Command {
  const command = makeCommand('api', 'read one page as the client sees it', {
    examples: [
      { what: "the client's orders", line: 'souk impersonate api /orders' },
      { what: 'with a query', line: 'souk impersonate api "/orders?status=placed" --jq .data' },
    ],
    jsonFields: [],
    permission: PERMISSION,
  })
    .argument('<path...>', 'below /api/v1, such as /orders; GET or HEAD may stand before it')
    .option('-X, --method <method>', 'GET or HEAD; every other one is refused here')
  return onRun<Flags>(command, async (words, { method }) => {
    const request = readLook(method === undefined ? words : [method.toUpperCase(), ...words])
    await printAnswer(context, await look(context, await requireEyes(context), request))
  })
}
