/*
 * Where a profile's tokens are kept: the keyring of the system when one answers, else a private
 * file. The file exists in both cases; with the keyring it holds no secret, only a note of where
 * the secret is, so that reading never has to wait for a keyring that was not used.
 */
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from './errors.ts'
import { guardSecretFile, readIfExists, writePrivate } from './files.ts'

const KEYRING_TIMEOUT_MS = 3000
const KEYRING_SERVICE = 'souk'

export interface User {
  id: string
  name?: string
  email?: string
  role?: string
  permissions?: string[]
}

export interface Tokens {
  /** The only server the tokens may be sent to. */
  origin: string
  accessToken: string
  refreshToken?: string
  /** When the access token ends, as far as this machine's clock can tell. */
  expiresAt?: string
  user?: User
}

type Store = 'file' | 'keyring'
type Note = Omit<Tokens, 'accessToken' | 'refreshToken'> & { store: 'keyring' }

interface Options {
  directory: string
  preference: 'auto' | Store
  tell: (text: string) => void
}

/** Reads and writes the tokens of profiles. */
export class TokenStore {
  #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  path(profile: string): string {
    return join(this.#options.directory, 'tokens', `${profile}.json`)
  }

  async read(profile: string): Promise<(Tokens & { store: Store }) | undefined> {
    const path = this.path(profile)
    const text = await readIfExists(path)
    if (text === undefined) return undefined
    await guardSecretFile(path, this.#options.tell)

    const record = parseRecord(path, text)
    if (!('store' in record)) return { ...record, store: 'file' }
    const secret = await useKeyring(profile, (entry, signal) => entry.getPassword(signal))
    if (!secret) {
      throw new UsageError(`the keyring that holds the token of "${profile}" does not answer`, {
        code: 'keyring_unavailable',
        hint: `unlock it, or souk login --profile ${profile}`,
      })
    }
    const { store: place, ...note } = record
    return { ...note, ...JSON.parse(secret), store: 'keyring' }
  }

  /** Stores the tokens, and says before a file is written that it will be a file. */
  async write(profile: string, tokens: Tokens): Promise<void> {
    const path = this.path(profile)
    const { accessToken, refreshToken, ...note } = tokens
    if (await this.#storeInKeyring(profile, JSON.stringify({ accessToken, refreshToken }))) {
      await writePrivate(path, `${JSON.stringify({ ...note, store: 'keyring' }, null, 2)}\n`)
      return
    }
    if ((await readIfExists(path)) === undefined) {
      this.#options.tell(`no keyring is used here: the token goes to ${path} (mode 0600)`)
    }
    await writePrivate(path, `${JSON.stringify(tokens, null, 2)}\n`)
  }

  async remove(profile: string): Promise<void> {
    const path = this.path(profile)
    const text = await readIfExists(path)
    if (text === undefined) return
    if (text.includes('"keyring"')) {
      await useKeyring(profile, (entry, signal) => entry.deletePassword(signal))
    }
    await unlink(path)
  }

  async #storeInKeyring(profile: string, secret: string): Promise<boolean> {
    if (this.#options.preference === 'file') return false
    const stored = await useKeyring(profile, async (entry, signal) => {
      await entry.setPassword(secret, signal)
      return true
    })
    if (stored) return true
    if (this.#options.preference === 'keyring') {
      throw new UsageError('no keyring answered within 3 seconds, and tokenStore is "keyring"', {
        code: 'keyring_unavailable',
        hint: 'souk config set tokenStore auto',
      })
    }
    return false
  }
}

function parseRecord(path: string, text: string): Tokens | Note {
  try {
    const record = JSON.parse(text)
    if (typeof record?.origin === 'string') return record
  } catch {
    // Told below: a broken file and one of another shape need the same cure.
  }
  throw new UsageError(`${path} is not readable as a stored login`, {
    code: 'bad_config',
    hint: 'souk logout, then souk login',
  })
}

type Entry = import('@napi-rs/keyring').AsyncEntry

/** Undefined when there is no keyring, it is locked, or it does not answer in time. */
async function useKeyring<T>(
  profile: string,
  work: (entry: Entry, signal: AbortSignal) => Promise<T>
): Promise<T | undefined> {
  const signal = AbortSignal.timeout(KEYRING_TIMEOUT_MS)
  const gaveUp = new Promise<undefined>((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  )
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring')
    return await Promise.race([work(new AsyncEntry(KEYRING_SERVICE, profile), signal), gaveUp])
  } catch {
    return undefined
  }
}
