/*
 * Showing who one is by a log-in at Google or Microsoft, in the browser: what `souk login --web` and
 * `souk auth identities link` begin with.
 */
import { createHash, randomBytes } from 'node:crypto'
import { Option } from 'commander'
import {
  AuthError,
  UnreachableError,
  UnreadableAnswerError,
  UnsupportedError,
  UsageError,
} from '../errors.ts'
import { unwrap } from '../http/answers.ts'
import { cleanLine } from '../output/clean.ts'
import { isSafeTransport } from '../profiles.ts'
import { BrowserListener } from './listener.ts'
import { openBrowser } from './open_browser.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'

const PROVIDERS = ['google', 'azure']

export interface BrowserFlags {
  provider?: string
  /** False under --no-browser. */
  browser?: boolean
}

/** What the server takes, once and soon. */
export interface BrowserProof {
  code: string
  codeVerifier: string
  returnTo: string
}

interface Provider {
  provider: string
  label: string
  redirectUrl: string
}

export function addBrowserFlags(command: Command): Command {
  return command
    .addOption(new Option('--provider <name>', 'where to log in').choices(PROVIDERS))
    .option('--no-browser', 'print the address only; open it in a browser of this computer')
}

/** The provider to log in with: the one that was asked for, the only one, or the chosen one. */
export async function chooseProvider(context: Context, flags: BrowserFlags): Promise<Provider> {
  const http = await context.http()
  const answer = await http.send({ path: '/auth/oidc', anonymous: true })
  const providers = unwrap<Provider[]>(answer.body)
  const { host } = new URL((await context.profile()).apiUrl.value)
  if (flags.provider) {
    const asked = providers.find(({ provider }) => provider === flags.provider)
    if (asked) return asked
    throw new UnsupportedError(`log-in with ${flags.provider} is switched off at ${host}`, {
      hint: providers.length
        ? `--provider ${namesOf(providers)}`
        : 'souk login asks for a password',
    })
  }
  if (providers.length === 0) {
    throw new UnsupportedError(`log-in with ${PROVIDERS.join(' or ')} is switched off at ${host}`, {
      hint: 'souk login asks for a password',
    })
  }
  return providers.length === 1 ? providers[0] : ask(context, providers)
}

async function ask(context: Context, providers: Provider[]): Promise<Provider> {
  const need = `--provider ${namesOf(providers)}`
  if (!context.prompt.possible) {
    throw new UsageError(`there is no terminal to ask on; missing: ${need}`, {
      code: 'no_terminal',
      need,
    })
  }
  const chosen = await context.prompt.choose(
    'Log in with:',
    providers.map(({ label }) => label)
  )
  return providers[chosen]
}

const namesOf = (providers: Provider[]) => providers.map(({ provider }) => provider).join('|')

/** Sends somebody to the provider and waits for them to be back. @throws InterruptedError on Ctrl-C */
export async function proveInBrowser(
  context: Context,
  { label, redirectUrl }: Provider,
  { browser = true }: BrowserFlags
): Promise<BrowserProof> {
  const [codeVerifier, state] = [randomSecret(), randomSecret()]
  context.redactor.remember(codeVerifier)
  const listener = await BrowserListener.open(state)
  try {
    const returnTo = listener.address
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url')
    const address = startAddress(redirectUrl, { codeChallenge, returnTo, state })
    context.talk.line(`Log in with ${cleanLine(label)} in a browser of this computer:\n${address}`)
    if (browser && context.prompt.possible) openBrowser(address)
    const answer = await listener.answer(context.signal)
    if ('error' in answer) throw refusal(label, answer.error)
    context.redactor.remember(answer.code)
    return { code: answer.code, codeVerifier, returnTo }
  } finally {
    listener.close()
  }
}

const randomSecret = () => randomBytes(32).toString('base64url')

/** @throws UnreadableAnswerError for an address at which others could listen in */
function startAddress(redirectUrl: string, query: Record<string, string>): string {
  const url = URL.parse(redirectUrl)
  if (!url || !isSafeTransport(url)) {
    throw new UnreadableAnswerError('the server named no safe address to log in at')
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

function refusal(label: string, code: string): AuthError | UnreachableError {
  const who = cleanLine(label)
  if (code === 'E_PROVIDER_UNAVAILABLE') {
    return new UnreachableError(code, `${who} does not answer the server; try again later`)
  }
  return new AuthError(cleanLine(code), `the log-in with ${who} was broken off, or not believed`, {
    hint: 'begin again',
  })
}
