import { Option } from 'commander'
import { makeCommand, onRun } from '../../define/command.ts'
import { CliError, UsageError, exitCodes } from '../../errors.ts'
import { STAFF_ROLES } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { User } from '../../tokens.ts'

interface RoleRow {
  role: string
  permissions: string[]
}

export default function can(context: Context): Command {
  const command = makeCommand('can', 'whether you, or a role, may do something: exit 0 or 1', {
    examples: [
      { what: 'may I refund', line: 'souk admin can orders.refund' },
      { what: 'in a script', line: 'souk admin can audit.read --quiet && souk audit verify' },
      { what: 'may agents', line: 'souk admin can orders.refund --as agent' },
    ],
    jsonFields: ['action', 'role', 'allowed'],
    endpoints: ['GET /admin/permissions'],
  })
    .argument('<action>', 'a permission, such as orders.refund')
    .addOption(new Option('--as <role>', 'ask for another role').choices(STAFF_ROLES))
  return onRun<{ as?: string }>(command, async ([action], flags) => {
    const { role, permissions } = flags.as
      ? await permissionsOf(context, flags.as, action)
      : await ownPermissions(context)
    const allowed = permissions.includes(action)
    const printer = await context.printer()
    await printer.item({ action, role, allowed }, [
      { key: 'action' },
      { key: 'role' },
      { key: 'allowed' },
    ])
    // one for no, as `test` does it
    if (!allowed)
      throw new CliError(exitCodes.unexpected, 'not_allowed', `${role} may not ${action}`)
  })
}

async function ownPermissions(context: Context): Promise<RoleRow> {
  await (await context.session()).require()
  const { role, permissions } = await (await context.http()).get<User>('/user/profile')
  return { role: role ?? 'nobody', permissions: permissions ?? [] }
}

async function permissionsOf(context: Context, role: string, action: string): Promise<RoleRow> {
  const rows = await (await context.http()).get<RoleRow[]>('/admin/permissions')
  const known = new Set(rows.flatMap(({ permissions }) => permissions))
  if (!known.has(action)) {
    const hint = `one of ${[...known].sort().join(', ')}`
    throw new UsageError(`there is no permission ${action}`, { hint })
  }
  return rows.find((row) => row.role === role) ?? { role, permissions: [] }
}
