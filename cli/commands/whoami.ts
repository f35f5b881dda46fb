import { describe, onRun } from '../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Column } from '../output/columns.ts'
import type { User } from '../tokens.ts'

interface Protection {
  twoFactor?: string
  isTwoFactorAdvised?: boolean
}

const columns: Column[] = [
  { key: 'id', id: true },
  { key: 'name' },
  { key: 'email' },
  { key: 'role' },
  { key: 'permissions' },
  { key: 'twoFactor', title: '2fa' },
  { key: 'profile' },
  { key: 'apiUrl' },
  { key: 'expiresAt' },
]

export default function whoami(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'who am I', line: 'souk whoami' },
      { what: 'stop a script that is not logged in', line: 'souk whoami --quiet || exit 1' },
    ],
    jsonFields: columns.map(({ key }) => key),
  })
  onRun(command, () => runWhoami(context))
}

async function runWhoami(context: Context): Promise<void> {
  const [profile, session, http] = [
    await context.profile(),
    await context.session(),
    await context.http(),
  ]
  const login = await session.require()
  const user = await http.get<User & Protection>('/user/profile')
  const stored = (await session.current())?.stored
  const printer = await context.printer()
  if (user.isTwoFactorAdvised) {
    const where = 'souk auth 2fa enable'
    context.talk.note(`this role moves money or gives roles, without a second factor: ${where}`)
  }
  await printer.item(
    {
      id: user.id,
      name: user.name ?? null,
      email: user.email ?? null,
      role: user.role ?? null,
      twoFactor: user.twoFactor ?? null,
      permissions: user.permissions ?? login.stored?.user?.permissions ?? null,
      profile: profile.name.value,
      apiUrl: profile.apiUrl.value,
      expiresAt: stored?.expiresAt ?? null,
    },
    columns
  )
}
