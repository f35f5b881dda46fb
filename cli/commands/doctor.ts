/*
 * Looks at everything around the tool that can be wrong, and says what to do about it.
 */
import { access, stat } from 'node:fs/promises'
import { configPath } from '../config.ts'
import { describe, onRun } from '../define/command.ts'
import { CliError, exitCodes } from '../errors.ts'
import { isOlder, soukVersion } from '../version.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { ApiAnswer } from '../http.ts'
import type { Column, Row } from '../output/columns.ts'

const LARGEST_CLOCK_SKEW_S = 30
const columns: Column[] = [{ key: 'check', id: true }, { key: 'state' }, { key: 'detail' }]

interface Finding extends Row {
  check: string
  state: 'ok' | 'warning' | 'failed'
  detail: string
}

export default function doctor(command: Command, context: Context): void {
  describe(command, {
    examples: [{ what: 'what is wrong here', line: 'souk doctor' }],
    jsonFields: columns.map(({ key }) => key),
  })
  onRun(command, async () => {
    const findings = [
      ...checkRuntime(context),
      await checkConfig(context),
      await checkTokenFile(context),
      ...(await checkServer(context)),
    ]
    await (await context.printer()).list([findings], columns)
    const failed = findings.filter(({ state }) => state === 'failed')
    if (failed.length === 0) return
    const names = failed.map(({ check }) => check).join(', ')
    throw new CliError(exitCodes.tryLater, 'doctor', `not in order: ${names}`)
  })
}

function checkRuntime(context: Context): Finding[] {
  const { env, out, streams } = context
  const tty = (['stdin', 'stdout', 'stderr'] as const).filter((name) => streams[name].isTTY)
  const proxy = env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy
  return [
    found('souk', 'ok', `${soukVersion()}, Node ${process.versions.node}, ${process.platform}`),
    found(
      'terminal',
      'ok',
      `${tty.length > 0 ? tty.join(', ') : 'none'}; ${out.columns} columns; TERM=${env.TERM ?? ''}`
    ),
    found('proxy', 'ok', proxy ? new URL(proxy).host : 'none'),
    env.NODE_TLS_REJECT_UNAUTHORIZED === '0'
      ? found('tls', 'warning', 'NODE_TLS_REJECT_UNAUTHORIZED=0: certificates are not checked')
      : found('tls', 'ok', env.NODE_EXTRA_CA_CERTS ?? 'public authorities'),
  ]
}

async function checkConfig(context: Context): Promise<Finding> {
  const path = configPath(context.paths.config)
  const { name, apiUrl } = await context.profile()
  const exists = await access(path).then(
    () => true,
    () => false
  )
  const file = exists ? path : `no ${path} (none is needed for a local server)`
  return found('config', 'ok', `profile ${name.value}, ${apiUrl.value}; ${file}`)
}

async function checkTokenFile(context: Context): Promise<Finding> {
  const [profile, store] = [await context.profile(), await context.tokens()]
  const path = store.path(profile.name.value)
  const facts = await stat(path).catch(() => undefined)
  if (!facts) return found('token file', 'ok', 'none')
  const mode = (facts.mode & 0o777).toString(8).padStart(4, '0')
  return mode === '0600' || process.platform === 'win32'
    ? found('token file', 'ok', `${path} (${mode})`)
    : found('token file', 'warning', `${path} has mode ${mode}; the next command repairs it`)
}

async function checkServer(context: Context): Promise<Finding[]> {
  const http = await context.http()
  let answer: ApiAnswer
  try {
    answer = await http.send({ path: '/health', anonymous: true })
  } catch (error) {
    return [found('server', 'failed', (error as Error).message)]
  }
  const { headers } = answer
  const minimum = headers.get('x-min-cli-version')
  const tooOld = minimum && isOlder(soukVersion(), minimum)
  return [
    found('server', 'ok', `answers, API version ${headers.get('x-api-version') ?? 'not told'}`),
    tooOld
      ? found('version', 'warning', `the server asks for souk ${minimum} or later`)
      : found('version', 'ok', 'supported by the server'),
    checkClock(context, headers.get('date')),
    await checkLogin(context),
  ]
}

function checkClock(context: Context, date: string | undefined): Finding {
  const skew = date ? Math.round((Date.parse(date) - context.clock.now()) / 1000) : 0
  return Math.abs(skew) > LARGEST_CLOCK_SKEW_S
    ? found('clock', 'warning', `this clock and the server's differ by ${Math.abs(skew)} s`)
    : found('clock', 'ok', 'agrees with the server')
}

async function checkLogin(context: Context): Promise<Finding> {
  const session = await context.session()
  const login = await session.current()
  if (!login) return found('login', 'warning', 'not logged in: souk login')
  const http = await context.http()
  return http.get<Row>('/user/profile').then(
    () => found('login', 'ok', `accepted; from ${login.source}`),
    (error: Error) => found('login', 'failed', error.message)
  )
}

function found(check: string, state: Finding['state'], detail: string): Finding {
  return { check, state, detail }
}
