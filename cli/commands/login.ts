import { ApiError, AuthError, UsageError } from '../errors.ts'
import { describe, onRun } from '../define/command.ts'
import { updateConfig } from '../config.ts'
import { deviceToken, keepDevice } from '../device.ts'
import { unwrap } from '../http.ts'
import { readStdin } from '../ids.ts'
import { addBrowserFlags, chooseProvider, proveInBrowser } from '../log_in/browser.ts'
import { logIn } from '../log_in/second_half.ts'
import { addSecretFlags, secretsOnStdin } from '../secret_lines.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { BrowserFlags } from '../log_in/browser.ts'
import type { SecretFlags } from '../secret_lines.ts'
import type { TokenGrant } from '../session.ts'
import type { Row } from '../output/columns.ts'
import type { User } from '../tokens.ts'

interface Flags extends SecretFlags, BrowserFlags {
  email?: string
  withToken?: boolean
  web?: boolean
  rememberDevice?: boolean
}

/** The account at the provider opens none at the server; nothing is made or linked on the way. */
const NOT_LINKED = 'E_IDENTITY_NOT_LINKED'

export default function login(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'the local server', line: 'souk login' },
      { what: 'another environment', line: 'souk login --profile prod' },
      { what: 'with Google or Azure, in the browser', line: 'souk login --web --provider google' },
      { what: 'a token made elsewhere', line: 'souk login --with-token < token.txt' },
      {
        what: 'without a terminal; password and code on two lines',
        line: 'souk login --email dana@example.test --password-stdin --otp-stdin < secrets.txt',
      },
      { what: 'no code here for 30 days', line: 'souk login --remember-device' },
    ],
    jsonFields: ['profile', 'apiUrl', 'user', 'expiresAt'],
  })
  command
    .option('--email <address>', 'e-mail address of the account')
    .option('--with-token', 'read an access token from stdin')
    .option('--web', 'log in with Google or Azure in the browser; link the account first')
    .option('--remember-device', 'ask for no second factor here for 30 days')
  addBrowserFlags(command)
  addSecretFlags(command)
  onRun<Flags>(command, (_, flags) => runLogin(context, flags))
}

async function runLogin(context: Context, flags: Flags): Promise<void> {
  refuseMixture(flags)
  refuseWithoutTerminal(context, flags)
  const profile = await context.profile()
  if (profile.apiUrl.value !== profile.homeUrl && profile.configured) {
    throw new UsageError(
      `profile ${profile.name.value} is ${profile.homeUrl}; its login cannot be for ${profile.apiUrl.value}`,
      { hint: `souk profile add NAME --api-url ${profile.apiUrl.value}` }
    )
  }
  context.talk.note(`logging in to ${profile.apiUrl.value} (profile ${profile.name.value})`)

  const grant = await grantFor(context, flags)
  if (!profile.configured && profile.apiUrl.source !== 'built in') {
    await updateConfig(context.paths.config, (config) => {
      config.profiles[profile.name.value] ??= { apiUrl: profile.apiUrl.value }
    })
  }
  const session = await context.session()
  const tokens = await session.keep(grant)
  await printLogin(context, {
    profile: profile.name.value,
    apiUrl: profile.apiUrl.value,
    user: tokens.user ?? null,
    expiresAt: tokens.expiresAt ?? null,
  })
}

/** Each way to log in has its own flags. */
function refuseMixture(flags: Flags): void {
  const { email, passwordStdin, withToken, web, provider, browser } = flags
  if (web && (email || passwordStdin || withToken)) {
    throw new UsageError('--web takes no --email, --password-stdin or --with-token')
  }
  if (!web && (provider || browser === false)) {
    throw new UsageError('--provider and --no-browser go with --web', { hint: 'souk login --web' })
  }
}

function refuseWithoutTerminal(context: Context, flags: Flags): void {
  if (context.prompt.possible || flags.withToken || flags.web) return
  const missing = [
    flags.email ? '' : '--email ADDRESS',
    flags.passwordStdin ? '' : '--password-stdin',
  ].filter(Boolean)
  if (missing.length === 0) return
  throw new UsageError(`there is no terminal to ask on; missing: ${missing.join(', ')}`, {
    code: 'no_terminal',
    need: missing.join(' '),
    hint: 'or set SOUK_TOKEN_FILE or SOUK_TOKEN, or pipe a token into souk login --with-token',
  })
}

async function grantFor(context: Context, flags: Flags): Promise<TokenGrant> {
  if (flags.withToken) return grantFromToken(context)
  return flags.web ? grantFromBrowser(context, flags) : grantFromPassword(context, flags)
}

async function grantFromToken(context: Context): Promise<TokenGrant> {
  const accessToken = context.streams.stdin.isTTY
    ? await context.prompt.hidden('Token:')
    : (await readStdin(context)).trim()
  if (!accessToken) throw new UsageError('there was no token on stdin')
  context.redactor.remember(accessToken)
  return { accessToken, ...(await factsOfToken(context, accessToken)) }
}

/** Asks the server whose token it is and until when, before it is kept. */
async function factsOfToken(
  context: Context,
  accessToken: string
): Promise<Pick<TokenGrant, 'user' | 'expiresIn'>> {
  const http = await context.http()
  const answer = await http.send({
    method: 'POST',
    path: '/auth/verify-token',
    body: { token: accessToken },
    anonymous: true,
  })
  const data = unwrap<{ valid?: boolean; user?: User; expiresAt?: string } | undefined>(answer.body)
  if (data?.valid === false) throw new AuthError('invalid_token', 'the server refuses this token')
  const { user, expiresAt } = data ?? {}
  if (!expiresAt) return { user }
  return { user, expiresIn: Math.floor((Date.parse(expiresAt) - context.clock.now()) / 1000) }
}

async function grantFromPassword(context: Context, flags: Flags): Promise<TokenGrant> {
  const given = await secretsOnStdin(context, flags)
  const email = flags.email ?? (await context.prompt.text('E-mail:'))
  const password = flags.passwordStdin ? given.password : await context.prompt.hidden('Password:')
  if (!email || !password) throw new UsageError('e-mail and password are needed')
  context.redactor.remember(password)

  const device = await deviceToken(context, email)
  const { rememberDevice } = flags
  const terms = { given: given.code, device, rememberDevice }
  const grant = await logIn(context, '/auth/login', { email, password }, terms)
  if (grant.deviceToken) await keepDevice(context, email, grant.deviceToken)
  return grant
}

async function grantFromBrowser(context: Context, flags: Flags): Promise<TokenGrant> {
  const given = await secretsOnStdin(context, flags)
  const way = await chooseProvider(context, flags)
  const { provider } = way
  // whose account it is shows only afterwards: the provider's name stands in for the address
  const device = await deviceToken(context, provider)
  const proof = await proveInBrowser(context, way, flags)
  const { rememberDevice } = flags
  const terms = { given: given.code, device, rememberDevice }
  try {
    const grant = await logIn(context, '/auth/oidc/exchange', proof, terms)
    if (grant.deviceToken) await keepDevice(context, provider, grant.deviceToken)
    return grant
  } catch (error) {
    if (error instanceof ApiError && error.code === NOT_LINKED) {
      error.facts.hint = `souk login with the password, then souk auth identities link --provider ${provider}`
    }
    throw error
  }
}

async function printLogin(context: Context, facts: Row & { user: User | null }): Promise<void> {
  const printer = await context.printer()
  if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.item(facts, [])
  const who = facts.user?.email ?? facts.user?.name ?? facts.user?.id ?? 'unknown user'
  await printer.text(`logged in  ${who}  ${facts.user?.role ?? ''}`.trimEnd() + '\n')
}
