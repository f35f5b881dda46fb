import { makeCommand, onRun } from '../../define/command.ts'
import { fieldNames } from '../../define/list.ts'
import { CliError } from '../../errors.ts'
import { endOf, forgetEyes } from '../../eyes.ts'
import { unwrap } from '../../http.ts'
import { addWriteFlags } from '../../options.ts'
import { auditHeaders, ownWrite } from './own_write.ts'
import { allColumns, NOTHING_OPEN, PERMISSION } from './shared.ts'
import type { Context } from '../../context.ts'
import type { WriteFlags } from '../../options.ts'
import type { Row } from '../../output/columns.ts'
import type { Command } from 'commander'

type Flags = WriteFlags & { note?: string }

export default function end(context: Context): Command {
  const command = makeCommand('end', 'end the impersonation of this login, wherever it began', {
    examples: [{ what: 'with a last note', line: 'souk impersonate end --note "solved"' }],
    jsonFields: fieldNames(allColumns),
    permission: PERMISSION,
    endpoints: ['POST /admin/impersonate/end'],
    level: 1,
  }).option('--note <text>', 'a last note, for staff only')
  addWriteFlags(command, { bulk: false })
  return onRun<Flags>(command, (_, flags) => runEnd(context, flags))
}

async function runEnd(context: Context, flags: Flags): Promise<void> {
  const printer = await context.printer()
  const request = { ...endOf(flags.note), headers: auditHeaders(flags) }
  try {
    const answer = await ownWrite(context, request, flags, 'End the impersonation')
    if (!answer) return
    await forgetEyes(context)
    await printer.item(unwrap<Row>(answer.body), allColumns)
  } catch (error) {
    // it was over before: the token is of no use any more
    if (error instanceof CliError && error.code === NOTHING_OPEN) await forgetEyes(context)
    throw error
  }
}
