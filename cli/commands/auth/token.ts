import { makeCommand, onRun } from '../../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

/** The only command that prints a token. */
export default function authToken(context: Context): Command {
  const command = makeCommand('token', 'print the access token', {
    examples: [
      {
        what: 'for another program',
        line: 'curl -H "Authorization: Bearer $(souk auth token)" http://127.0.0.1:3333/api/v1/user/profile',
      },
    ],
    jsonFields: ['token'],
  })
  return onRun(command, async () => {
    const [session, printer] = [await context.session(), await context.printer()]
    const { accessToken } = await session.require()
    if (printer.mode === 'table' || printer.mode === 'tsv') {
      return printer.text(`${accessToken}\n`)
    }
    await printer.item({ token: accessToken }, [])
  })
}
