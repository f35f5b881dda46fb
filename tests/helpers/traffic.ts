import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '#tests/faults/processes'

/** Asks every server that is there the same, again and again, while something else is done to them. */
export class Traffic<Client> {
  sent = 0
  readonly failures: string[] = []
  #clients: Client[] = []
  #loop?: Promise<void>
  #rounds = 0

  /** @param ask throws when it is refused */
  constructor(private ask: (client: Client, token: string) => Promise<void>) {}

  start(clients: Client[], token: string) {
    this.#clients = clients
    this.#loop = this.#run(token)
  }

  /** Sends to these from now on; what went elsewhere has been answered. */
  async goTo(clients: Client[]) {
    this.#clients = clients
    const round = this.#rounds
    await until('the traffic has moved', () => this.#rounds > round + 1)
  }

  async stop() {
    this.#clients = []
    await this.#loop
  }

  async #run(token: string) {
    while (this.#clients.length > 0) {
      for (const client of this.#clients) {
        this.sent++
        await this.ask(client, token).catch((error: Error) => this.failures.push(String(error)))
      }
      this.#rounds++
      await sleep(20)
    }
  }
}
