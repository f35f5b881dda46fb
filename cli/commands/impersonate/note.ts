import { makeCommand, onRun } from '../../define/command.ts'
import { readEyes, showBanner } from '../../eyes.ts'
import { PERMISSION } from './shared.ts'
import type { Context } from '../../context.ts'
import type { Row } from '../../output/columns.ts'
import type { Command } from 'commander'

export default function note(context: Context): Command {
  const command = makeCommand('note', 'note something on the open impersonation; for staff only', {
    examples: [{ what: 'what was seen', line: 'souk impersonate note "coupon was used up"' }],
    jsonFields: ['sessionId', 'text', 'createdAt'],
    permission: PERMISSION,
    level: 1,
  }).argument('<text>')
  return onRun(command, async ([text]) => {
    const [http, printer] = [await context.http(), await context.printer()]
    const eyes = await readEyes(context)
    if (eyes) showBanner(context, eyes)
    const body = { note: text }
    const answer = await http.send({ method: 'POST', path: '/admin/impersonate/add-note', body })
    await printer.item((answer.body as { data: Row }).data, [
      { key: 'sessionId', title: 'session', id: true },
      { key: 'text', title: 'note' },
      { key: 'createdAt', title: 'at' },
    ])
  })
}
