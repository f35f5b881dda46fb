import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { until } from '#tests/faults/processes'

/** A mail server that wants a log-in and a text gateway, with what came to them. */
export class PostOffice {
  /** address or number -> messages, oldest first */
  #came = new Map<string, string[]>()
  #mail = new SMTPServer({
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onAuth: ({ username, password }, _, done) => {
      this.logIns.push(`${username}:${password}`)
      done(null, { user: username })
    },
    onData: (stream, { envelope }, done) => {
      let text = ''
      stream.on('data', (chunk) => (text += chunk))
      stream.on('end', () => {
        this.#keep(envelope.rcptTo[0].address, text.replace(/=\r?\n/g, ''))
        done()
      })
    },
  })
  #texts = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const form = new URLSearchParams(body)
      this.#keep(form.get('To')!, form.get('Body')!)
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ sid: 'SM1', status: 'queued' }))
    })
  })
  /** `user:password` of each log-in at the mail server */
  readonly logIns: string[] = []

  /** @returns the settings of a server that uses it */
  async open() {
    this.#mail.on('error', () => {}) // a worker that is killed breaks its connection off
    this.#mail.listen(0, '127.0.0.1')
    this.#texts.listen(0, '127.0.0.1')
    await Promise.all([once(this.#mail.server, 'listening'), once(this.#texts, 'listening')])
    const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port
    return {
      EMAIL_HOST: '127.0.0.1',
      EMAIL_PORT: String(portOf(this.#mail.server)),
      TWILIO_BASE_URL: `http://127.0.0.1:${portOf(this.#texts)}`,
    }
  }

  close() {
    this.#mail.close()
    this.#texts.close()
    this.#texts.closeAllConnections()
  }

  #keep(to: string, text: string) {
    this.#came.set(to, [...(this.#came.get(to) ?? []), text])
  }

  /** What comes next is the newest, whatever came before. */
  forget(to: string) {
    this.#came.delete(to)
  }

  /** What the newest message for somebody says at a place, once it came. */
  async read(to: string, pattern: RegExp): Promise<string> {
    const newest = () =>
      this.#came
        .get(to)
        ?.map((text) => pattern.exec(text)?.[1])
        .findLast(Boolean)
    await until(`${to} gets ${pattern}`, () => newest() !== undefined)
    return newest()!
  }
}
