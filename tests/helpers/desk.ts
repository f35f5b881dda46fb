/*
 * Staff at a terminal: the souk binary in a child process, against the real server.
 */
import { actorOfRole, PASSWORD } from '#tests/helpers/actors'
import { Sandbox } from '#tests/cli/support/sandbox'
import type { Role } from '#core/actor'
import type User from '#users/models/user'

export const SERVER = `http://${process.env.HOST}:${process.env.PORT}`

export type Desk = Awaited<ReturnType<typeof Sandbox.at>>

/** A home directory in which somebody of this role is logged in. */
export async function deskOf(role: Role, overrides: Partial<User> = {}): Promise<Desk> {
  const { user } = await actorOfRole(role, overrides)
  const desk = await Sandbox.at(SERVER)
  const login = await desk.run(['login', '--email', user.email!, '--password-stdin'], {
    stdin: `${PASSWORD}\n`,
  })
  if (login.code !== 0) throw new Error(login.stderr)
  return desk
}

/** What a command prints as JSON. */
export async function json(desk: Desk, ...args: string[]): Promise<any> {
  const { code, stdout, stderr } = await desk.run([...args, '--json'])
  if (code !== 0) throw new Error(`souk ${args.join(' ')}: ${code}\n${stderr}`)
  return JSON.parse(stdout)
}
