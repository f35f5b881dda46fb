/*
 * The real binary in a child process, with a home directory and a server of its own.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FixtureServer } from '#tests/cli/support/fixture_server'
import { Terminal } from '#tests/cli/support/terminal'
import type { ChildProcess } from 'node:child_process'

export const BINARY = fileURLToPath(new URL('../../../bin/souk.js', import.meta.url))

export interface Result {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  /** Text for stdin; an empty, closed stdin when absent; `idle` for a pipe that says nothing. */
  stdin?: string | 'idle'
  env?: Record<string, string | undefined>
  /** Called with the child as soon as it runs. */
  during?: (child: ChildProcess) => Promise<void> | void
}

/** What the binary talks to. */
interface Server {
  url: string
  stop(): Promise<void>
}

export class Sandbox<S extends Server = FixtureServer> {
  readonly home: string
  readonly server: S

  private constructor(home: string, server: S) {
    this.home = home
    this.server = server
  }

  static async open(partners = 3): Promise<Sandbox> {
    return new Sandbox(await newHome(), await FixtureServer.start(partners))
  }

  /** With a server that somebody else starts and stops. */
  static async at(url: string): Promise<Sandbox<Server>> {
    return new Sandbox(await newHome(), { url, stop: async () => {} })
  }

  async close(): Promise<void> {
    await this.server.stop()
    await rm(this.home, { recursive: true, force: true })
  }

  get env(): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      HOME: this.home,
      TZ: 'UTC',
      TERM: 'xterm-256color',
      SOUK_API_URL: this.server.url,
      SOUK_TOKEN_STORE: 'file',
    }
  }

  get tokenPath(): string {
    return join(this.home, '.config/souk/tokens/local.json')
  }

  path(...parts: string[]): string {
    return join(this.home, ...parts)
  }

  async write(path: string, text: string, mode = 0o600): Promise<string> {
    const whole = this.path(path)
    await mkdir(dirname(whole), { recursive: true })
    await writeFile(whole, text, { mode })
    return whole
  }

  read(path: string): Promise<string> {
    return readFile(this.path(path), 'utf8')
  }

  /** A stored login, as `souk login` leaves it. */
  async login(tokens: Record<string, unknown> = {}): Promise<void> {
    await this.write(
      '.config/souk/tokens/local.json',
      JSON.stringify({
        origin: this.server.url,
        accessToken: 'access-token-1',
        refreshToken: 'refresh-token-1',
        expiresAt: '2026-01-31T10:00:00.000Z',
        user: { id: 'usr_dana', email: 'dana@example.test', role: 'admin' },
        ...tokens,
      })
    )
  }

  run(args: string[], options: RunOptions = {}): Promise<Result> {
    return runProcess([BINARY, ...args], { ...this.env, ...options.env }, options)
  }

  /** A line of shell on a pseudo-terminal, where `souk` is the binary. */
  shell(line: string): Terminal {
    const souk = `souk() { '${process.execPath}' '${BINARY}' "$@"; }`
    const env = { ...this.env, PAGER: 'cat' }
    return Terminal.start('/bin/sh', ['-c', `${souk}; ${line}`], { columns: 100, rows: 40, env })
  }

  /** The binary on a pseudo-terminal. */
  terminal(args: string[], size: { columns?: number; rows?: number; env?: object } = {}): Terminal {
    return Terminal.start(process.execPath, [BINARY, ...args], {
      columns: size.columns ?? 100,
      rows: size.rows ?? 40,
      env: { ...this.env, PAGER: 'cat', ...size.env },
    })
  }
}

function newHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'souk-cli-'))
}

/** Runs this Node with the arguments and collects what comes out. */
export async function runProcess(
  args: string[],
  env: Record<string, string | undefined>,
  { stdin, during }: RunOptions = {}
): Promise<Result> {
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  child.stdin.on('error', () => {})
  if (stdin !== 'idle') child.stdin.end(stdin ?? '')
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.on('close', (code, signal) => resolve([code, signal]))
  )
  await during?.(child)
  const [code, signal] = await ended
  return { code, signal, stdout, stderr }
}

/** Resolves when the condition holds; tests wait for facts, never for a length of time. */
export async function until(condition: () => boolean, what = 'the condition'): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Does the work for all items, a few at a time: a child process costs a core. */
export async function inBatches<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const size = 4
  for (let start = 0; start < items.length; start += size) {
    await Promise.all(items.slice(start, start + size).map(work))
  }
}
