import { makeCommand, onRun } from '../../define/command.ts'
import { CliError } from '../../errors.ts'
import { forgetEyes, stopLooking } from '../../eyes.ts'
import { allColumns, PERMISSION } from './shared.ts'
import { fieldNames } from '../../define/list.ts'
import type { Context } from '../../context.ts'
import type { Row } from '../../output/columns.ts'
import type { Command } from 'commander'

export default function end(context: Context): Command {
  const command = makeCommand(
    'end',
    'end the open impersonation of this login, wherever it began',
    {
      examples: [{ what: 'with a last note', line: 'souk impersonate end --note "solved"' }],
      jsonFields: fieldNames(allColumns),
      permission: PERMISSION,
      level: 1,
    }
  ).option('--note <text>', 'a last note, for staff only')
  return onRun<{ note?: string }>(command, (_, flags) => runEnd(context, flags.note))
}

async function runEnd(context: Context, note: string | undefined): Promise<void> {
  const [http, printer] = [await context.http(), await context.printer()]
  try {
    const answer = await stopLooking(http, note)
    await forgetEyes(context)
    await printer.item((answer.body as { data: Row }).data, allColumns)
  } catch (error) {
    // it was over before: the token is of no use any more
    if (error instanceof CliError && error.code === 'E_NO_IMPERSONATION') await forgetEyes(context)
    throw error
  }
}
