import { makeCommand, onRun } from '../../define/command.ts'
import { keepEyes, showBanner, startedBy, startOf, stopLooking } from '../../eyes.ts'
import { addWriteFlags } from '../../options.ts'
import { ownWrite } from './own_write.ts'
import { addLifeFlag, PERMISSION, startBody, type StartFlags } from './shared.ts'
import type { Context } from '../../context.ts'
import type { Eyes } from '../../eyes.ts'
import type { WriteFlags } from '../../options.ts'
import type { Command } from 'commander'

export default function start(context: Context): Command {
  const command = makeCommand('start', 'begin to see what a client or partner sees', {
    examples: [
      {
        what: 'ten minutes for a ticket; the client reads the reason, too',
        line: 'souk impersonate start usr_01jd3x --reason "cart is empty" --ticket 42 --ttl 10m',
      },
    ],
    jsonFields: ['sessionId', 'customer', 'expiresAt'],
    permission: PERMISSION,
    endpoints: ['POST /admin/impersonate/start'],
    level: 1,
  }).argument('<user-id>', 'a client or partner; never staff')
  addWriteFlags(addLifeFlag(command), { bulk: false })
  return onRun<StartFlags & WriteFlags>(command, ([id], flags) => runStart(context, id, flags))
}

async function runStart(context: Context, id: string, flags: StartFlags & WriteFlags) {
  const request = startOf(await startBody(context, id, flags))
  const answer = await ownWrite(context, request, flags, `Impersonate ${id}`)
  if (!answer) return
  const eyes = await startedBy(context, answer)
  await keep(context, eyes)
  showBanner(context, eyes)
  const { sessionId, customer, expiresAt } = eyes
  const printer = await context.printer()
  await printer.item({ sessionId, customer, expiresAt }, [
    { key: 'sessionId', title: 'session', id: true },
    { key: 'customer.name', title: 'customer' },
    { key: 'customer.id', title: 'customer id' },
    { key: 'expiresAt', title: 'expires' },
  ])
}

/** One whose token could not be kept would be open without anybody able to use it. */
async function keep(context: Context, eyes: Eyes): Promise<void> {
  try {
    await keepEyes(context, eyes)
  } catch (error) {
    await stopLooking(await context.closingHttp())
    throw error
  }
}
