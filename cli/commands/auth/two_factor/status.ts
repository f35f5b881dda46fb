import { makeCommand, onRun } from '../../../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'
import type { Column, Row } from '../../../output/columns.ts'

const columns: Column[] = [
  { key: 'method' },
  { key: 'methods' },
  { key: 'proofMethods' },
  { key: 'recoveryCodesLeft' },
  { key: 'rememberedDevices' },
  { key: 'isAdvised' },
]

export default function twoFactorStatus(context: Context): Command {
  const command = makeCommand('status', 'how this login is protected', {
    examples: [{ what: 'is there a second factor', line: 'souk auth 2fa status --jq .method' }],
    jsonFields: columns.map(({ key }) => key),
  })
  return onRun(command, async () => {
    const [http, printer] = [await context.http(), await context.printer()]
    await printer.item(await http.get<Row>('/user/2fa'), columns)
  })
}
