import { makeCommand, onRun } from '../../../define/command.ts'
import { printRecoveryCodes } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

export default function twoFactorRecoveryCodes(context: Context): Command {
  const command = makeCommand('recovery-codes', 'make ten new ones; the old ones are void', {
    examples: [{ what: 'into a file', line: 'souk auth 2fa recovery-codes > codes.txt' }],
    jsonFields: ['recoveryCodes'],
  })
  return onRun(command, async () => {
    const http = await context.http()
    const answer = await http.send({ method: 'POST', path: '/user/recovery-codes' })
    await printRecoveryCodes(context, answer.body)
  })
}
