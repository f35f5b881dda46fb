import { makeCommand, onRun } from '../../define/command.ts'
import { UsageError } from '../../errors.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function authRefresh(context: Context): Command {
  const command = makeCommand('refresh', 'renew the login now', {
    examples: [{ what: 'before a long run', line: 'souk auth refresh' }],
    jsonFields: ['refreshed', 'expiresAt'],
  })
  return onRun(command, async () => {
    const [session, http, printer] = [
      await context.session(),
      await context.http(),
      await context.printer(),
    ]
    if (!(await http.refresh())) {
      throw new UsageError('this login cannot be renewed: it has no refresh token', {
        code: 'not_refreshable',
        hint: 'souk login',
      })
    }
    const expiresAt = (await session.current())?.stored?.expiresAt ?? null
    if (printer.mode === 'table' || printer.mode === 'tsv') {
      return printer.text(`refreshed  until ${expiresAt ?? 'unknown'}\n`)
    }
    await printer.item({ refreshed: true, expiresAt }, [])
  })
}
