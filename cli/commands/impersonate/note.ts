import { makeCommand, onRun } from '../../define/command.ts'
import { readEyes, showBanner } from '../../eyes.ts'
import { unwrap } from '../../http.ts'
import { addWriteFlags } from '../../options.ts'
import { auditHeaders, ownWrite } from './own_write.ts'
import { PERMISSION } from './shared.ts'
import type { Context } from '../../context.ts'
import type { WriteFlags } from '../../options.ts'
import type { Row } from '../../output/columns.ts'
import type { Command } from 'commander'

export default function note(context: Context): Command {
  const command = makeCommand('note', 'note something on the open impersonation; for staff only', {
    examples: [{ what: 'what was seen', line: 'souk impersonate note "coupon was used up"' }],
    jsonFields: ['sessionId', 'text', 'createdAt'],
    permission: PERMISSION,
    endpoints: ['POST /admin/impersonate/add-note'],
    level: 1,
  }).argument('<text>')
  addWriteFlags(command, { bulk: false })
  return onRun<WriteFlags>(command, ([text], flags) => runNote(context, text, flags))
}

async function runNote(context: Context, text: string, flags: WriteFlags): Promise<void> {
  const [printer, eyes] = [await context.printer(), await readEyes(context)]
  if (eyes) showBanner(context, eyes)
  const path = '/admin/impersonate/add-note'
  const headers = auditHeaders(flags)
  const request = { method: 'POST' as const, path, headers, body: { note: text } }
  const answer = await ownWrite(context, request, flags, 'Add the note')
  if (!answer) return
  await printer.item(unwrap<Row>(answer.body), [
    { key: 'sessionId', title: 'session', id: true },
    { key: 'text', title: 'note' },
    { key: 'createdAt', title: 'at' },
  ])
}
