import { makeCommand, onRun } from '../../define/command.ts'
import { forgetEyes, readEyes, showBanner } from '../../eyes.ts'
import { pathWithId } from '../../ids.ts'
import { LOGS, PERMISSION } from './shared.ts'
import type { Context } from '../../context.ts'
import type { Row } from '../../output/columns.ts'
import type { Command } from 'commander'

const FIELDS = ['open', 'sessionId', 'customer', 'expiresAt', 'views', 'refusals', 'endReason']

export default function status(context: Context): Command {
  const command = makeCommand('status', 'whether an impersonation is open here, and whose', {
    examples: [{ what: 'before a call', line: 'souk impersonate status' }],
    jsonFields: FIELDS,
    permission: PERMISSION,
  })
  return onRun(command, () => runStatus(context))
}

async function runStatus(context: Context): Promise<void> {
  const printer = await context.printer()
  const eyes = await readEyes(context)
  const http = await context.http()
  const log = eyes && (await http.get<Row>(pathWithId(`${LOGS}/:id`, eyes.sessionId)))
  const open = Boolean(log && log.endedAt === null)
  if (eyes && open) showBanner(context, eyes)
  if (eyes && !open) await forgetEyes(context)
  const facts: Row = {
    open,
    sessionId: eyes?.sessionId ?? null,
    customer: eyes?.customer ?? null,
    expiresAt: eyes?.expiresAt ?? null,
    views: log?.views ?? null,
    refusals: log?.refusals ?? null,
    endReason: log?.endReason ?? null,
  }
  await printer.item(facts, [
    { key: 'open' },
    { key: 'sessionId', title: 'session', id: true },
    { key: 'customer.name', title: 'customer' },
    { key: 'expiresAt', title: 'expires' },
    { key: 'views' },
    { key: 'refusals', title: 'refused' },
    { key: 'endReason', title: 'end' },
  ])
}
