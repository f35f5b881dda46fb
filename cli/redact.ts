/*
 * Keeps secrets out of everything that is shown or stored: values the program has seen (tokens,
 * passwords, codes) and members of a body whose name says that they are secret.
 */

export const MASK = '••••'

const SECRET_NAME =
  /password|passwd|secret|token|authorization|cookie|otp|(^|[^a-z])pin($|[^a-z])|recovery|api[-_]?key/i
const SECRET_CODE_OWNER = new Set(['code', 'challenge'])

/** Remembers the secrets of this process and hides them in any text. */
export class Redactor {
  #secrets = new Set<string>()

  /** Short values are not remembered: hiding "1" everywhere would make the output useless. */
  remember(secret: string | undefined): void {
    if (secret && secret.length >= 4) this.#secrets.add(secret)
  }

  text(text: string): string {
    let hidden = text
    for (const secret of this.#secrets) hidden = hidden.replaceAll(secret, MASK)
    return hidden
  }

  /** A copy of a JSON value with the secret members masked. */
  json(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (Array.isArray(value)) return value.map((entry) => this.json(entry))
    if (value === null || typeof value !== 'object') return value
    // A log-in code travels as {challenge, code}; an error carries a `code` too, and is no secret.
    const loginBody = 'challenge' in value || 'password' in value
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        (SECRET_NAME.test(name) || (loginBody && SECRET_CODE_OWNER.has(name))) &&
        typeof member !== 'object' &&
        typeof member !== 'boolean'
          ? MASK
          : this.json(member),
      ])
    )
  }

  headers(headers: Record<string, string>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => {
        if (/^idempotency-key$/i.test(name)) return [name, value]
        return [name, SECRET_NAME.test(name) ? MASK : this.text(value)]
      })
    )
  }
}
