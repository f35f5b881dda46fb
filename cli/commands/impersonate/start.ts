import { confirmWrite, effectiveLevel, showTarget } from '../../confirm.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { keepEyes, showBanner, startLooking, stopLooking } from '../../eyes.ts'
import { addStartFlags, PERMISSION, startBody, type StartFlags } from './shared.ts'
import type { Context } from '../../context.ts'
import type { Eyes } from '../../eyes.ts'
import type { Command } from 'commander'

interface Flags extends StartFlags {
  yes?: boolean
}

export default function start(context: Context): Command {
  const command = makeCommand('start', 'begin to see what a client or partner sees', {
    examples: [
      {
        what: 'ten minutes for a ticket',
        line: 'souk impersonate start usr_01jd3x --reason "cart is empty" --ticket 42 --ttl 10m',
      },
    ],
    jsonFields: ['sessionId', 'customer', 'expiresAt'],
    permission: PERMISSION,
    level: 1,
  }).argument('<user-id>', 'a client or partner; never staff')
  addStartFlags(command).option('--yes', 'answer yes to a y/N question')
  return onRun<Flags>(command, ([id], flags) => runStart(context, id, flags))
}

async function runStart(context: Context, id: string, flags: Flags): Promise<void> {
  const body = await startBody(context, id, flags)
  await showTarget(context)
  const level = Math.min(2, effectiveLevel(1, await context.profile())) as 1 | 2
  const question = `Impersonate ${id}`
  await confirmWrite(context, { level, question, expected: id, expectedName: 'id' }, flags)
  const eyes = await startLooking(context, body)
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
