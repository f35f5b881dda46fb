import { makeCommand, onRun } from '../../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Column } from '../../output/columns.ts'

const columns: Column[] = [
  { key: 'profile' },
  { key: 'profileSource' },
  { key: 'apiUrl' },
  { key: 'apiUrlSource' },
  { key: 'protected' },
  { key: 'loggedIn' },
  { key: 'user' },
  { key: 'tokenSource' },
  { key: 'expiresAt' },
  { key: 'refreshable' },
]

/** Where each part of the login comes from; asks nothing of the network. */
export default function authStatus(context: Context): Command {
  const command = makeCommand('status', 'where profile, address and token come from', {
    examples: [
      { what: 'which server, which account', line: 'souk auth status' },
      { what: 'when the token ends', line: 'souk auth status --jq .expiresAt' },
    ],
    jsonFields: columns.map(({ key }) => key),
  })
  return onRun(command, async () => {
    const [profile, session, printer] = [
      await context.profile(),
      await context.session(),
      await context.printer(),
    ]
    const login = await session.current()
    await printer.item(
      {
        profile: profile.name.value,
        profileSource: profile.name.source,
        apiUrl: profile.apiUrl.value,
        apiUrlSource: profile.apiUrl.source,
        protected: profile.protected,
        loggedIn: login !== undefined,
        user: login?.stored?.user?.email ?? null,
        tokenSource: login?.source ?? null,
        expiresAt: login?.stored?.expiresAt ?? null,
        refreshable: Boolean(login?.stored?.refreshToken),
      },
      columns
    )
  })
}
