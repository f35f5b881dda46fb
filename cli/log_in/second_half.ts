/*
 * What a log-in is answered with: tokens, or a question for the second factor.
 */
import { UsageError } from '../errors.ts'
import { unwrap } from '../http.ts'
import { askForCode } from '../step_up.ts'
import type { Context } from '../context.ts'
import type { TokenGrant } from '../session.ts'

interface SecondFactor {
  requires2FA: true
  challenge: string
  methods?: string[]
}

interface Terms {
  /** The code, where it came on stdin. */
  given: string | undefined
  device: string | undefined
  rememberDevice?: boolean
}

/** Sends the first half, and the second factor where one is wanted. */
export async function logIn(
  context: Context,
  path: string,
  body: object,
  terms: Terms
): Promise<TokenGrant> {
  const first = await post<TokenGrant | SecondFactor>(context, path, {
    ...body,
    deviceToken: terms.device,
  })
  return 'requires2FA' in first ? secondHalf(context, terms, first) : first
}

async function secondHalf(
  context: Context,
  { given, device, rememberDevice }: Terms,
  { challenge, methods = [] }: SecondFactor
): Promise<TokenGrant> {
  context.redactor.remember(challenge)
  const code = given || (await askedCode(context, challenge, methods))
  return post<TokenGrant>(context, '/auth/login/verify-2fa', {
    challenge,
    code,
    deviceToken: device,
    rememberDevice,
  })
}

async function askedCode(context: Context, challenge: string, methods: string[]): Promise<string> {
  if (!context.prompt.possible) {
    throw new UsageError('this account needs a second factor: --otp-stdin', {
      code: 'otp_required',
      need: '--otp-stdin',
    })
  }
  const send = async (method: string) => {
    await post(context, '/auth/login/send-code', { challenge, method })
  }
  return askForCode(context, { methods, send, isUnderWay: true, hidden: false })
}

async function post<T>(context: Context, path: string, body: object): Promise<T> {
  const http = await context.http()
  const answer = await http.send({ method: 'POST', path, body, anonymous: true })
  return unwrap<T>(answer.body)
}
