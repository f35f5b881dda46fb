/*
 * Reference data that nearly every request asks for, kept in memory. It is at most two seconds old,
 * on every process; a change shows at once in the process that made it. Whoever changes such data
 * raises its version (core/database/reference_versions) in the same transaction.
 */
import { versionOf } from '#core/database/reference_versions'
import { currentTransaction, keptConnection } from '#core/database/write'
import { clock, SECOND } from '#core/support/clock'

const REMEMBERED_FOR = 2 * SECOND

/** One set of reference data of a process. */
export class ReferenceData<T extends { readonly version: number }> {
  #known?: { data: T; until: number }
  #asking?: Promise<T>
  /** how often the data was forgotten: an answer that was asked for before is not remembered */
  #forgotten = 0

  /**
   * @param name of its version
   * @param load reads all of it, with the transaction that is open, if one is
   */
  constructor(
    private name: string,
    private load: (version: number) => Promise<T>
  ) {}

  /**
   * The data. Works inside a transaction too, where outdated data is read anew by that transaction
   * for itself: its view is its own, and waiting for somebody else's query while it holds the only
   * connection (SQLite) would never end.
   */
  async get(): Promise<T> {
    if (this.#known && this.#known.until > clock.now()) return this.#known.data
    if (currentTransaction() || (await keptConnection())) return this.#within()
    this.#asking ??= this.#refresh()
    return this.#asking
  }

  /** The data as the running transaction sees it, whatever is remembered. */
  async read(): Promise<T> {
    // the version first: if a change slips in between, the next look at it reads the data again
    return this.load(await versionOf(this.name))
  }

  /** What was read before is good as long as its version stands; new data may not be committed yet. */
  async #within(): Promise<T> {
    const known = this.#known
    const until = clock.now() + REMEMBERED_FOR
    const version = await versionOf(this.name)
    if (known?.data.version !== version) return this.load(version)
    if (this.#known === known) this.#known = { data: known.data, until }
    return known.data
  }

  /** Makes this process look again at once; the others follow within two seconds. */
  forget() {
    this.#forgotten++
    this.#known = this.#asking = undefined
  }

  async #refresh(): Promise<T> {
    const turn = this.#forgotten
    const until = clock.now() + REMEMBERED_FOR
    try {
      const before = this.#known?.data
      const isCurrent = before !== undefined && before.version === (await versionOf(this.name))
      const data = isCurrent ? before : await this.read()
      if (turn === this.#forgotten) this.#known = { data, until }
      return data
    } finally {
      if (turn === this.#forgotten) this.#asking = undefined
    }
  }
}
