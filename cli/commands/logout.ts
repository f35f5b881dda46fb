import { type ApiError } from '../errors.ts'
import { describe, onRun } from '../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { unwrap } from '../http/answers.ts'
import type { HttpClient } from '../http.ts'

export default function logout(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'this login', line: 'souk logout' },
      { what: 'this login and every other session of the account', line: 'souk logout --all' },
    ],
    jsonFields: ['profile', 'loggedOut', 'sessionsEnded'],
  })
  command.option('--all', 'end the sessions on all devices')
  onRun<{ all?: boolean }>(command, (_, flags) => runLogout(context, Boolean(flags.all)))
}

async function runLogout(context: Context, all: boolean): Promise<void> {
  const [profile, session, http] = [
    await context.profile(),
    await context.session(),
    await context.http(),
  ]
  const login = await session.current()
  const sessionsEnded = login ? await revoke(http, all) : 0
  await session.forget()

  const printer = await context.printer()
  const facts = { profile: profile.name.value, loggedOut: Boolean(login), sessionsEnded }
  if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.item(facts, [])
  await printer.text(login ? `logged out  ${facts.profile}\n` : `not logged in  ${facts.profile}\n`)
}

/** Ends the sessions at the server. A login it no longer knows is as good as ended. */
async function revoke(http: HttpClient, all: boolean): Promise<number> {
  let ended = 0
  try {
    if (all) ended = await endOthers(http)
    await http.send({ method: 'POST', path: '/auth/logout' })
    return ended + 1
  } catch (error) {
    const { status } = (error as ApiError).facts ?? {}
    if (status === 401) return ended
    throw error
  }
}

async function endOthers(http: HttpClient): Promise<number> {
  const { body } = await http.send({ method: 'DELETE', path: '/auth/sessions' })
  return unwrap<{ ended: number }>(body).ended
}
