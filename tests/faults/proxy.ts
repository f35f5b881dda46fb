import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/**
 * A TCP proxy in front of a server. `hang` keeps everything open and silent for ever, as a firewall
 * that drops packets does; `refuse` breaks everything off; `pass` lets new connections through.
 */
export class Proxy {
  #mode: 'pass' | 'hang' | 'refuse' = 'pass'
  #server?: Server
  #sockets = new Set<Socket>()
  #port = 0

  constructor(private target: { host: string; port: number }) {}

  async open(): Promise<number> {
    await this.#listen()
    return this.#port
  }

  async turn(mode: 'pass' | 'hang' | 'refuse') {
    this.#mode = mode
    if (mode === 'hang') for (const socket of this.#sockets) silence(socket)
    if (mode === 'refuse') this.close()
    if (mode !== 'refuse' && !this.#server) await this.#listen()
  }

  close() {
    this.#server?.close()
    this.#server = undefined
    for (const socket of this.#sockets) socket.destroy()
  }

  async #listen() {
    this.#server = createServer((socket) => this.#accept(socket)).listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
  }

  #accept(near: Socket) {
    this.#keep(near)
    if (this.#mode === 'hang') return silence(near)
    const far = this.#keep(connect(this.target.port, this.target.host))
    near.pipe(far).pipe(near)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    return socket.on('error', () => {}) // broken off on purpose
  }
}

function silence(socket: Socket) {
  socket.unpipe()
  socket.pause()
}
