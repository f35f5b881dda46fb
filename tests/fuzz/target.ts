/*
 * The server that is fuzzed: sends cases to it, with objects and callers that exist in it.
 */
import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import type { Role } from '#core/actor'
import { operations, type Operation } from '#tests/helpers/openapi'
import { sendRaw, type RawAnswer } from '#tests/helpers/raw_http'
import type { Case, Edit } from './cases.js'
import type { Made, RouteFacts } from './corpus.js'
import { makeJudge, type Judge } from './judge.js'
import type { Maker } from './maker.js'
import { options } from './options.js'
import { curlOf, requestOf, type Sent } from './request.js'

const ID = /\b([a-z]{3})_[0-7][0-9a-hjkmnp-tv-z]{25}\b/g
const TRIES = 3
const MOST_IDS = 200
const NOBODYS = '01h455vb4pex5vsknk084sn02q'

export interface Exchange {
  sent: Sent
  answer: RawAnswer
  /** what is wrong, in words */
  fault?: string
}

export class Target {
  readonly agent = new Agent({ keepAlive: true, maxSockets: 32 })
  readonly statuses = new Map<number, number>()
  sentCount = 0
  /** why some operations had no valid request */
  readonly unmade = new Set<string>()
  #bases = new Map<string, Promise<Made>>()
  #refills = new Map<string, number>()
  #ids = new Map<string, string[]>()
  #people = new Map<Role, Promise<Made>>()

  private constructor(
    readonly url: string,
    private maker: Maker,
    readonly known: Map<string, Operation>,
    readonly facts: Map<string, RouteFacts>,
    private judge: Judge
  ) {}

  static async of(url: string, maker: Maker): Promise<Target> {
    const facts = new Map(maker.ready.routes.map((one) => [one.route, one]))
    return new Target(url, maker, await operations(), facts, await makeJudge())
  }

  /** Whom an operation is tried with: those let in, nobody, and somebody without business there. */
  callersOf(id: string): string[] {
    const allowed = this.#allowed(id)
    const few = [allowed[0], allowed[0], ...(allowed.length > 1 ? [allowed.at(-1)!] : [])]
    const inside = options.isFull ? [allowed[0], ...allowed] : few
    return [...inside, ...inside, 'none', 'stranger']
  }

  #allowed(id: string): Role[] {
    const { allow } = this.facts.get(id)!
    const roles = allow.filter((role): role is Role => role !== 'public')
    return roles.length > 0 ? roles : ['client']
  }

  /** Sends a case and judges the answer. */
  async run({ operation: id, caller, edits }: Case): Promise<Exchange> {
    const allowed = this.#allowed(id)
    const role = allowed.includes(caller as Role) ? (caller as Role) : allowed[0]
    const base = await this.base(id, role)
    const token = await this.#tokenOf(caller, base)
    let exchange = await this.send(id, base, token, edits)
    // others use the machine, too: slow is what is slow each time
    for (let n = 1; n < TRIES && exchange.fault?.startsWith('takes'); n++)
      exchange = await this.send(id, base, token, edits)
    const { status } = exchange.answer
    const operation = this.known.get(id)!
    const isSpent = operation.method !== 'GET' && status < 300
    const isLoggedOut = status === 401 && token !== undefined && caller === role
    if (isSpent || isLoggedOut) this.#refill(id, role, isLoggedOut || operation.method === 'DELETE')
    return exchange
  }

  async #tokenOf(caller: string, base: Made): Promise<string | undefined> {
    if (caller === 'none') return undefined
    return caller === 'stranger' ? (await this.somebody('client')).token : base.token
  }

  /** Sends one request of an operation; the edits may take the token away again. */
  async send(
    id: string,
    { request }: Made,
    token: string | undefined,
    edits: Edit[]
  ): Promise<Exchange> {
    const operation = this.known.get(id)!
    const sent = requestOf(operation, request, edits, (...which) => this.findId(...which))
    if (this.facts.get(id)!.needsKey) sent.headers['idempotency-key'] ??= randomUUID()
    if (token) sent.headers = { authorization: token, ...sent.headers }
    const { hostname, port } = new URL(this.url)
    const startedAt = performance.now()
    const answer = await sendRaw({ host: hostname, port: Number(port), ...sent }, this.agent).catch(
      (error: Error) => error
    )
    this.sentCount++
    if (answer instanceof Error)
      return { sent, answer: NO_ANSWER, fault: `gives no answer: ${answer.message}` }
    const took = performance.now() - startedAt
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1)
    if (answer.status < 300) this.learnIds(answer.text)
    const isDryRun = answer.headers['x-dry-run'] !== undefined
    const isGuest = token === undefined
    return { sent, answer, fault: this.judge({ id, answer, took, isDryRun, isGuest }) }
  }

  /** A caller with a valid request; the same one until it is used up. */
  base(id: string, role: Role): Promise<Made> {
    const name = `${id} ${role}`
    if (!this.#bases.has(name)) this.#bases.set(name, this.fresh(id, role))
    return this.#bases.get(name)!
  }

  async fresh(id: string | null, role: Role): Promise<Made> {
    const made = await this.maker.make(id, role).catch((error: Error) => {
      // tried without objects of its own, then, and told at the end
      this.unmade.add(error.message)
      return this.somebody(role)
    })
    this.learnIds(JSON.stringify([made.request.params, made.request.query, made.request.body]))
    return made
  }

  somebody(role: Role): Promise<Made> {
    if (!this.#people.has(role)) this.#people.set(role, this.fresh(null, role))
    return this.#people.get(role)!
  }

  #refill(id: string, role: Role, isUseless: boolean) {
    const name = `${id} ${role}`
    const count = this.#refills.get(name) ?? 0
    if (count >= options.refills * (isUseless ? 4 : 1)) return
    this.#refills.set(name, count + 1)
    this.#bases.delete(name)
  }

  learnIds(text: string) {
    for (const [id, prefix] of text.matchAll(ID)) {
      const ids = this.#ids.get(prefix) ?? []
      if (!ids.includes(id)) this.#ids.set(prefix, [id, ...ids].slice(0, MOST_IDS))
    }
  }

  /** One that exists, or one that nobody has. */
  findId(prefix: string, nth: number): string {
    const ids = this.#ids.get(prefix) ?? []
    return ids[nth % (ids.length + 1)] ?? `${prefix}_${NOBODYS}`
  }

  curl(sent: Sent): string {
    return curlOf(this.url, sent)
  }
}

const NO_ANSWER: RawAnswer = { status: 0, headers: {}, text: '' }
