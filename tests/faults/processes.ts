/*
 * Real processes of Souk on a scratch folder, for tests that kill them.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Environment = Record<string, string>

/** A port that nobody uses right now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** An empty folder under tmp/. */
export function scratchFolder(name: string): string {
  const folder = join(process.cwd(), 'tmp', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** What every process of one marketplace shares. */
export function environmentOf(folder: string, more: Environment): Environment {
  return {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    APP_KEY: 'faults-app-key-faults-app-key-faults',
    JWT_SECRET: 'faults-jwt-secret-faults-jwt-secret-',
    TZ: 'UTC',
    LOG_LEVEL: 'warn',
    LOG_FILE: join(folder, 'souk'),
    DB_FILE: join(folder, 'souk.sqlite3'),
    OUTBOX_DIR: join(folder, 'outbox'),
    DRIVE_ROOT: join(folder, 'storage'),
    RATE_LIMIT_MAX_REQUESTS: '1000000',
    RATE_LIMIT_AUTH_MAX: '1000000',
    RATE_LIMIT_STAFF_MAX: '1000000',
    ...more,
  }
}

const children = new Set<ChildProcess>()
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(1))

/** A process that can be killed and started again. */
export class Process {
  #child?: ChildProcess

  constructor(
    private name: string,
    private args: string[],
    private env: Environment,
    private folder: string,
    private command = process.execPath
  ) {}

  start() {
    const log = openSync(join(this.folder, `${this.name}.log`), 'a')
    this.#child = spawn(this.command, this.args, {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', log, log],
    })
    children.add(this.#child)
    return this
  }

  signal(signal: NodeJS.Signals) {
    this.#child?.kill(signal)
  }

  get pid(): number {
    return this.#child!.pid!
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null
  }

  /** @returns ms until it was gone */
  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<number> {
    if (!this.#child || !this.isRunning) return 0
    const startedAt = performance.now()
    const gone = once(this.#child, 'exit')
    this.#child.kill(signal)
    await gone
    return performance.now() - startedAt
  }

  /** Waits until it has ended by itself. */
  async ended(): Promise<number> {
    if (this.isRunning) await once(this.#child!, 'exit')
    return this.#child!.exitCode ?? 1
  }
}

const TYPESCRIPT = '--import=@poppinss/ts-exec'
let isBuilt = false

/** A file of the application: of its source, or of the production build once there is one. */
function program(path: string): string[] {
  if (isBuilt) return [join('build', path.replace(/ts$/, 'js'))]
  return path.endsWith('ts') ? [TYPESCRIPT, path] : [path]
}

export const souk = {
  /**
   * Makes the production build in build/, as `npm run build` does: what is started from now on runs
   * out of it, and starts three times as fast.
   *
   * @param isThere there is one that is new enough
   * @throws when it fails
   */
  build(isThere = false) {
    isBuilt = isThere
    if (isThere) return
    const { status, stdout } = spawnSync(process.execPath, ['ace.js', 'build'], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`node ace build failed:\n${stdout}`)
    isBuilt = true
  },
  /** Runs a script of the tests to its end. @throws when it fails */
  script: (name: string, args: string[], env: Environment, folder: string) =>
    toItsEnd(basename(name), [TYPESCRIPT, `tests/faults/${name}.ts`, ...args], env, folder),
  server: (name: string, env: Environment, folder: string) =>
    new Process(name, program('bin/server.ts'), env, folder),
  ace: (name: string, args: string[], env: Environment, folder: string) =>
    new Process(name, [...program('ace.js'), ...args], env, folder),
  migrate(env: Environment, folder: string) {
    return toItsEnd('migrate', [...program('ace.js'), 'db:migrate'], env, folder)
  },
  /** The schema, the reference data, and `partners` who can be matched. */
  async prepare(env: Environment, folder: string, partners: number) {
    await toItsEnd('prepare', program('bin/prepare.ts'), env, folder)
    if (partners > 0)
      await toItsEnd(
        'partners',
        [...program('ace.js'), 'partners:generate', String(partners)],
        env,
        folder
      )
  },
}

async function toItsEnd(name: string, args: string[], env: Environment, folder: string) {
  const code = await new Process(name, args, env, folder).start().ended()
  if (code !== 0) throw new Error(`${args.join(' ')} failed, see ${folder}/${name}.log`)
}

/** Asks until the answer is yes. @throws after the deadline */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  deadline = 60_000
) {
  const end = performance.now() + deadline
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited ${deadline / 1000} s in vain: ${what}`)
    await sleep(100)
  }
}

export async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/api/v1/health`).then(
    (response) => response.ok,
    () => false
  )
}
