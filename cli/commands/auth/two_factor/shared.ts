import { unwrap } from '../../../http/answers.ts'
import type { Context } from '../../../context.ts'

/** What the server answers, once, when a second factor was turned on or its codes were renewed. */
export async function printRecoveryCodes(context: Context, body: unknown): Promise<void> {
  const { recoveryCodes } = unwrap<{ recoveryCodes: string[] }>(body)
  const printer = await context.printer()
  if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.item({ recoveryCodes }, [])
  context.talk.note('recovery codes, each good once; they are never shown again')
  await printer.text(recoveryCodes.map((code) => `${code}\n`).join(''))
}

/** Turns on what was set up, with a code of it. */
export async function confirmSetUp(context: Context, code: string): Promise<void> {
  context.redactor.remember(code)
  const http = await context.http()
  const answer = await http.send({ method: 'POST', path: '/user/verify-2fa', body: { code } })
  await printRecoveryCodes(context, answer.body)
}
