import { createHash } from 'node:crypto'
import env from '#start/env'

/**
 * The key that encrypts from now on (APP_KEY), then those that were in its place before
 * (APP_PREVIOUS_KEYS): what they encrypted is still read.
 */
export function appKeys(): string[] {
  return [env.get('APP_KEY'), ...env.get('APP_PREVIOUS_KEYS')].map((key) => key.release())
}

/** The name of a key, which every value that it encrypted begins with; tells nothing of the key. */
export function appKeyId(key: string): string {
  return `k${createHash('sha256').update(`app key id:${key}`).digest('hex').slice(0, 8)}`
}
