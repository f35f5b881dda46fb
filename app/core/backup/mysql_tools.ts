/*
 * The database's own tools. They get the password by a file that only we can read: arguments are
 * shown to everybody on the machine.
 */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { access, constants, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { BackupRefused } from '#core/backup/errors'
import { mysqlServer } from '#core/database/mysql_server'

export const DUMP_TOOLS = ['mariadb-dump', 'mysqldump']
export const CLIENT_TOOLS = ['mariadb', 'mysql']

/** @throws BackupRefused when none of them is on the PATH */
export async function toolOf(names: string[]): Promise<string> {
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name)
      if (await isExecutable(path)) return path
    }
  throw new BackupRefused(
    `Neither ${names.join(' nor ')} is on the PATH: install the client tools of the database ` +
      `(Debian: mariadb-client)`
  )
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false
  )

type Child = ReturnType<typeof spawn>

/**
 * Runs a tool against our database.
 *
 * @param work talks to the tool while it runs
 * @throws BackupRefused with what it said when it fails
 */
export async function runTool(
  tool: string,
  args: string[],
  work: (child: Child) => Promise<unknown>
) {
  const settings = join(tmpdir(), `souk-${randomUUID()}.cnf`)
  await writeFile(settings, settingsText(), { mode: 0o600, flag: 'wx' })
  try {
    const { database } = mysqlServer()
    const child = spawn(tool, [`--defaults-extra-file=${settings}`, ...args, database])
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    const complaint = text(child.stderr)
    // a tool that fails closes its pipes: why is told below
    const [, code] = await Promise.all([work(child).catch(() => {}), ended])
    if (code !== 0) throw new BackupRefused(`${tool} failed: ${(await complaint).trim()}`)
  } finally {
    await rm(settings, { force: true })
  }
}

function settingsText(): string {
  const { host, port, user, password } = mysqlServer()
  const quoted = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`
  const lines = [`host=${quoted(host)}`, `port=${port}`, `user=${quoted(user)}`]
  return ['[client]', ...lines, `password=${quoted(password ?? '')}`, ''].join('\n')
}
