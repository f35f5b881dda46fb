import { Option } from 'commander'
import { makeCommand, onRun } from '../../../define/command.ts'
import { unwrap } from '../../../http/answers.ts'
import { confirmSetUp } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'

interface SetUp {
  method: string
  secret: string | null
  otpauthUri: string | null
  expiresAt: string | null
}

export default function twoFactorEnable(context: Context): Command {
  const command = makeCommand('enable', 'set up a second factor', {
    examples: [
      { what: 'an app, by QR code; asks for its first code', line: 'souk auth 2fa enable' },
      { what: 'codes by mail', line: 'souk auth 2fa enable --method email' },
      {
        what: 'without a terminal; then: souk auth 2fa verify --otp-stdin',
        line: 'souk auth 2fa enable --json',
      },
    ],
    jsonFields: ['method', 'secret', 'otpauthUri', 'expiresAt'],
  })
  command.addOption(
    new Option('--method <method>', 'what brings the codes').choices(METHODS).default('totp')
  )
  return onRun<{ method: string }>(command, (_, { method }) => runEnable(context, method))
}

const METHODS = ['totp', 'email', 'sms']

async function runEnable(context: Context, method: string): Promise<void> {
  const [http, printer] = [await context.http(), await context.printer()]
  const answer = await http.send({ method: 'POST', path: '/user/enable-2fa', body: { method } })
  const { secret, otpauthUri, expiresAt } = unwrap<SetUp>(answer.body)
  const facts = { method, secret, otpauthUri, expiresAt }
  if (!context.prompt.possible || printer.mode !== 'table') {
    return printer.item(
      facts,
      Object.keys(facts).map((key) => ({ key }))
    )
  }
  if (otpauthUri) await showApp(context, otpauthUri, secret!)
  else context.talk.line(`A code is on its way (${method}).`)
  await confirmSetUp(context, await context.prompt.text('Code:'))
}

/** On stderr: it is part of the question, and stdout may be a file. */
async function showApp(context: Context, otpauthUri: string, secret: string): Promise<void> {
  const { default: qrcode } = await import('qrcode')
  const picture = await qrcode.toString(otpauthUri, { type: 'utf8', margin: 2 })
  context.talk.line('Scan this with an authenticator app, or type the secret into it.')
  for (const line of picture.trimEnd().split('\n')) context.talk.line(line)
  context.talk.line(otpauthUri)
  context.talk.line(`secret: ${secret}`)
}
