import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import env from '#start/env'
import { test } from '@japa/runner'
import { BINARY } from '#tests/cli/support/sandbox'
import { Terminal } from '#tests/cli/support/terminal'
import { DEMO_PASSWORD } from '#database/seeders/demo/seed_demo'
import {
  environmentOf,
  freePort,
  isUp,
  scratchFolder,
  souk,
  until,
  type Environment,
} from '#tests/faults/processes'
import { chaptersOf, Dictionary, type Step } from '#tests/helpers/tour'

/** A marketplace with the demo data, as `npm start` makes it, and a shell in its folder. */
async function startDemo() {
  const folder = scratchFolder('readme_tour')
  const port = await freePort()
  const settings = environmentOf(folder, {
    PORT: String(port),
    DB_CONNECTION: 'sqlite',
    QUEUE_DRIVER: 'outbox',
    MAIL_DRIVER: 'file',
    OUTBOX_DIR: join(folder, 'tmp/outbox'),
    WORKER_IN_SERVER: 'yes',
  })
  await souk.prepare(settings, folder, 0)
  const server = souk.server('server', settings, folder).start()
  const url = `http://127.0.0.1:${port}`
  await until(`${url} answers`, () => isUp(url), 120_000)
  return { folder, url, server, shell: await Shell.in(folder, `127.0.0.1:${port}`) }
}

/** Where the README's server listens. */
const SHOWN_HOST = '127.0.0.1:3333'

/** What commands ask somebody at a terminal, and what the reader replies. */
const QUESTIONS = [
  { verb: 'souk login', asks: 'Password:', reply: DEMO_PASSWORD },
  { verb: 'souk partner approve', asks: '(y/N)', reply: 'y' },
]

/** Types commands as the reader of the README does; `npx souk` is the binary of this checkout. */
class Shell {
  variables: Environment = {}

  private constructor(
    private folder: string,
    private host: string
  ) {}

  /** `host` with its port. */
  static async in(folder: string, host: string): Promise<Shell> {
    const npx = join(folder, 'bin/npx')
    await mkdir(join(folder, 'bin'))
    await writeFile(npx, `#!/bin/sh\nshift\nexec '${process.execPath}' '${BINARY}' "$@"\n`)
    await chmod(npx, 0o755)
    await writeFile(
      join(folder, 'licence.pdf'),
      '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'
    )
    return new Shell(folder, host)
  }

  async run(command: string): Promise<string> {
    const typed = command.replaceAll(SHOWN_HOST, this.host)
    const isSouk = /\bnpx souk\b/.test(typed)
    const answer = await (isSouk ? this.#atTheTerminal(typed) : this.#plainly(typed))
    return answer.replaceAll(this.host, SHOWN_HOST)
  }

  get #env() {
    return {
      PATH: `${join(this.folder, 'bin')}:${process.env.PATH}`,
      HOME: this.folder,
      TERM: 'dumb',
      TZ: 'UTC',
      SOUK_API_URL: `http://${this.host}`,
      SOUK_TOKEN_STORE: 'file',
      S: `http://${this.host}/api/v1`,
      ...this.variables,
    }
  }

  async #plainly(command: string): Promise<string> {
    const child = spawn('/bin/sh', ['-c', command], { cwd: this.folder, env: this.#env })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
    await once(child, 'close')
    return text
  }

  async #atTheTerminal(command: string): Promise<string> {
    const size = { columns: 200, rows: 50 }
    const line = `cd '${this.folder}' && ${command}`
    const terminal = Terminal.start('/bin/sh', ['-c', line], { ...size, env: this.#env })
    for (const { verb, asks, reply } of QUESTIONS)
      if (command.includes(verb)) {
        await terminal.expect(asks)
        terminal.type(`${reply}\r`)
      }
    await terminal.exit()
    return stripVTControlCharacters(terminal.raw).replaceAll('\r', '')
  }
}

test.group('the tour of the README', () => {
  test('shows what a reader sees', async ({ assert, cleanup }) => {
    const { url, server, shell } = await startDemo()
    cleanup(() => void server.stop('SIGKILL'))
    const words = new Dictionary()
    const take = async ({ command, answer }: Step) => {
      const look = async () => {
        const real = await shell.run(words.translate(command))
        return { real, wrong: answer ? words.compare(answer, real) : refusalIn(real) }
      }
      let { real, wrong } = await look()
      // mails, web hooks and the parts of an order come a moment later
      for (let again = 0; wrong && isRead(command) && again < 100; again++) {
        await new Promise((resolve) => setTimeout(resolve, 100))
        ;({ real, wrong } = await look())
      }
      if (wrong) assert.fail(`$ ${command}\n${wrong}`)
      return /"accessToken":"([^"]+)"/.exec(real)?.[1]
    }
    /** What the text between the blocks tells the reader to do. */
    const before: Record<string, () => Promise<void>> = {
      'A client asks the market': async () => {
        shell.variables.C = await signUp(`${url}/api/v1`, shell, 'carl@example.test')
      },
    }

    const chapters = chaptersOf(await readFile('README.md', 'utf8'), 'Five minutes')
    let commands = 0
    for (const { title, steps } of chapters) {
      await before[title]?.()
      for (const step of steps) {
        const token = await take(step)
        if (token) shell.variables[title.startsWith('A partner') ? 'P' : 'C'] = token
        commands++
      }
    }
    assert.isAbove(commands, 20)
    console.log(`      ${commands} commands of the README in ${chapters.length} chapters`)
  })
    .timeout(240_000)
    .skip(env.get('DB_CONNECTION') !== 'sqlite', 'the tour is taken on the embedded database')
})

/** Of a command whose answer is not shown. */
const refusalIn = (real: string) => (/"errors":\[|^error: /m.test(real) ? real : null)

const isRead = (command: string) => !/ -[dFX] |npx /.test(command)

/** As the partner of the first chapter did. Resolves to the access token. */
async function signUp(api: string, shell: Shell, email: string): Promise<string> {
  const send = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(api + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return ((await answer.json()) as any).data
  }
  const account = { name: 'Carl Client', email, password: 'correct horse battery', role: 'client' }
  await send('/auth/register', account)
  const mail = () => shell.run(`grep -h 'code is' tmp/outbox/*${email.split('@')[0]}*.eml`)
  await until('the mail is there', async () => (await mail()).includes('code is'), 20_000)
  const code = /code is (\d{6})/.exec(await mail())![1]
  return (await send('/auth/verify-email', { email, code })).accessToken
}
