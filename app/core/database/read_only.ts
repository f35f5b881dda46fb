/*
 * Code that must not write, whoever it calls. Staff who look through a client's eyes run in such a
 * scope: `write` refuses in it, and so does the connection, for a statement that bypasses `write`.
 * docs/adr/0014-impersonation.md
 */
import { AsyncLocalStorage } from 'node:async_hooks'

/** makes the error that a write is refused with */
type Refusal = () => Error

const scopes = new AsyncLocalStorage<Refusal>()

const ASKS = /^\s*(select|with|explain|show)\b/i
/** a WITH may stand before any statement */
const CHANGES = /\b((insert|replace)\s+into|delete\s+from|update\s+[\w.`"]+\s+set)\b/i

/** Runs `work` so that whatever it calls can only read; `refusal` is what a write throws. */
export function withoutWrites<T>(refusal: Refusal, work: () => T): T {
  return scopes.run(refusal, work)
}

/** @throws the refusal of the `withoutWrites` around the running code, if there is one */
export function assertMayWrite() {
  const refusal = scopes.getStore()
  if (refusal) throw refusal()
}

/** The same for one statement on its way to the database: a question passes. */
export function assertMayRun(sql: string) {
  const refusal = scopes.getStore()
  if (refusal && (!ASKS.test(sql) || CHANGES.test(sql))) throw refusal()
}
