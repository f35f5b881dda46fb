import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server that remembers how often each Message-ID came, and for whom. */
export class Mailbox {
  /** Message-ID -> the recipient of each copy */
  readonly copies = new Map<string, string[]>()
  /** recipient -> the last code that came */
  readonly codes = new Map<string, string>()
  /** recipient -> the last token of a link that came */
  readonly tokens = new Map<string, string>()
  #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      let text = ''
      stream.on('data', (chunk) => (text += chunk))
      stream.on('end', () => {
        const id = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? 'none'
        const to = session.envelope.rcptTo[0].address
        this.copies.set(id, [...(this.copies.get(id) ?? []), to])
        const code = /code is (\d{6})/.exec(text)?.[1]
        if (code) this.codes.set(to, code)
        const token = /\/reset-password\/([\w-]{43})/.exec(text.replace(/=\r?\n/g, ''))?.[1]
        if (token) this.tokens.set(to, token)
        done()
      })
    },
  })

  async open(): Promise<number> {
    this.#server.on('error', () => {}) // a killed worker breaks its connection off: on purpose
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return (this.#server.server.address() as AddressInfo).port
  }

  close() {
    this.#server.close()
  }
}
