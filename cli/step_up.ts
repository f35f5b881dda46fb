/*
 * Proving once more that the login is its owner's, where the server asks for it: by a code of the
 * second factor, or the password. Also how a code is asked for at log-in.
 */
import { UsageError } from './errors.ts'
import { unwrap } from './http/answers.ts'
import type { Context } from './context.ts'

/** Methods whose code is sent when it is asked for. */
const SENT: Record<string, string> = { email: 'mailed', sms: 'texted' }

interface Question {
  /** What the server takes, the account's own method first. */
  methods: string[]
  /** Has a code sent; says nothing when it was. */
  send: (method: string) => Promise<void>
  /** Whether the code of the first method is on its way already. */
  isUnderWay: boolean
  hidden: boolean
}

/** Asks for a code. The name of a method in place of one has a code sent that way. */
export async function askForCode(
  context: Context,
  { methods, send, isUnderWay, hidden }: Question
): Promise<string> {
  const sent = methods.filter((method) => method in SENT)
  const [own] = methods
  if (own in SENT && !isUnderWay) await send(own)
  const ways = sent
    .filter((method) => method !== own)
    .map((method) => `type ${method} for a ${SENT[method]} one`)
  const label = `Code (${[methods.join(', '), ...ways].join('; ')}):`
  for (;;) {
    const typed = hidden ? await context.prompt.hidden(label) : await context.prompt.text(label)
    const answer = typed.trim()
    if (!sent.includes(answer)) {
      context.redactor.remember(answer)
      return answer
    }
    await send(answer)
    context.talk.note(`a ${SENT[answer]} code is on its way`)
  }
}

/** Asks for what proves it and sends it; the session is then good for five minutes. */
export async function proveOnTerminal(context: Context, methods: string[]): Promise<void> {
  context.talk.line('This needs a fresh proof that it is you.')
  if (methods.includes('password')) {
    return prove(context, { password: await context.prompt.hidden('Password:') })
  }
  const send = (method: string) => sendCode(context, method)
  const question = { methods, send, isUnderWay: false, hidden: true }
  return prove(context, { code: await askForCode(context, question) })
}

/** Sends a proof. @returns nothing; throws when the server does not take it */
export async function prove(
  context: Context,
  proof: { password?: string; code?: string; method?: string }
): Promise<void> {
  if (!proof.password && !proof.code) throw new UsageError('a password or a code is needed')
  context.redactor.remember(proof.password)
  context.redactor.remember(proof.code)
  const http = await context.http()
  await http.send({ method: 'POST', path: '/auth/step-up', body: proof })
}

/** By what this account can prove itself, the best way first. */
export async function proofMethods(context: Context): Promise<string[]> {
  const http = await context.http()
  const answer = await http.send({ path: '/user/2fa' })
  return unwrap<{ proofMethods: string[] }>(answer.body).proofMethods
}

/** Has a code sent for a proof. */
export async function sendCode(context: Context, method: string): Promise<void> {
  const http = await context.http()
  await http.send({ method: 'POST', path: '/auth/step-up/send-code', body: { method } })
}
