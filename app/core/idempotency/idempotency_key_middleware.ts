import { randomUUID } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { changedOne, insertedOnce } from '#core/database/conditional'
import { changesOf, type Client } from '#core/database/statements'
import { KeptTransaction, writeOne } from '#core/database/write'
import { DomainError } from '#core/exceptions/domain_error'
import {
  IdempotencyKeyInUse,
  IdempotencyKeyInvalid,
  IdempotencyKeyMissing,
  IdempotencyKeyReused,
} from '#core/idempotency/errors'
import { callsOutside, ignoresKey, needsKey } from '#core/idempotency/routes'
import { hashOf, KEYED_METHODS, scopeOf } from '#core/idempotency/scopes'
import { addressKey } from '#core/support/address_key'
import { clock, DAY, SECOND } from '#core/support/clock'
import { openSealed } from '#core/support/sealed'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** everything that this request writes will be rolled back: it must use up no key */
    isDryRun?: true
  }
}

const ACCEPTABLE_KEY = /^[\x20-\x7e]{1,255}$/
const LEASE = 30 * SECOND
const KEPT_FOR = 3 * DAY

interface Claim {
  id: string
  lease: string
}

interface StoredKey {
  id: string
  request_hash: string
  state: 'started' | 'finished'
  lease_until: number | string
  status_code: number
  body: string
}

/**
 * Honours `Idempotency-Key` on every POST and PUT that does not say `.withoutIdempotencyKey()`: one
 * effect and one answer per key, caller and route. The answer is stored in the transaction that made the effect, so both exist or neither.
 * A refusal that was decided inside that transaction is an answer too; what fails before any work
 * (401, 403, 422, 429) or by our own fault (5xx) leaves the key free for another try.
 *
 * After draft-ietf-httpapi-idempotency-key-header-07 and docs/adr/0006-idempotency.md.
 */
export default class IdempotencyKeyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const key = ctx.request.header('idempotency-key')
    if (key === undefined && needsKey(ctx.route?.name)) throw new IdempotencyKeyMissing()
    if (key === undefined || !KEYED_METHODS.includes(ctx.request.method())) return next()
    if (ctx.isDryRun || ignoresKey(ctx.route?.name)) return next()
    if (!ACCEPTABLE_KEY.test(key)) throw new IdempotencyKeyInvalid()

    const requestHash = hashOf(ctx.request.method(), ctx.request.url(true), ctx.request.raw() ?? '')
    const claim = await claimKey(scopeOfRequest(ctx), key, requestHash)
    if ('answer' in claim) return replay(ctx, claim.answer)
    return callsOutside(ctx.route?.name)
      ? this.#answerAfter(ctx, next, claim)
      : this.#answerOnce(ctx, next, claim)
  }

  /** The handler commits as it goes: its answer is stored once it is known. */
  async #answerAfter(ctx: HttpContext, next: NextFn, claim: Claim) {
    try {
      const output = await next()
      const body = await bodyOf(ctx, output)
      const isAnswer = ctx.failure === undefined || isLasting(ctx, ctx.failure)
      // lost, a repeat finds what the handler has done, as after a crash just before this
      await writeOne(
        (client) =>
          isAnswer
            ? finishKey(client, claim, ctx.response.getStatus(), body)
            : release(client, claim),
        { mayBeLost: true }
      )
      if (ctx.failure === undefined) ctx.response.type('json').send(body)
    } catch (error) {
      await writeOne((client) => release(client, claim))
      throw error
    }
  }

  async #answerOnce(ctx: HttpContext, next: NextFn, claim: Claim) {
    const work = new KeptTransaction()
    try {
      const output = await work.run(next)
      // the framework turns what a route throws into an answer before `next` returns
      if (ctx.failure === undefined) await this.#keepAnswer(ctx, work, claim, output)
      else await this.#settleFailure(ctx, work, claim, ctx.failure)
    } catch (error) {
      await work.rollback()
      await writeOne((client) => release(client, claim))
      throw error
    }
  }

  async #keepAnswer(ctx: HttpContext, work: KeptTransaction, claim: Claim, output: unknown) {
    const body = await bodyOf(ctx, output)
    const finish = (client: Client) => finishKey(client, claim, ctx.response.getStatus(), body)
    await (work.isWorthKeeping ? work.commit(finish) : writeOne(finish))
    ctx.response.type('json').send(body)
  }

  /**
   * A refusal undoes nothing that was written before it (a counted try, a revoked session), just as
   * without a key; our own fault undoes everything, for the next try to do again. A conflict or a
   * missing object met by the work itself is this key's answer from now on.
   */
  async #settleFailure(ctx: HttpContext, work: KeptTransaction, claim: Claim, failure: unknown) {
    const status = ctx.response.getStatus()
    const body = await bodyOf(ctx, undefined)
    const settle = (client: Client) =>
      isLasting(ctx, failure) ? finishKey(client, claim, status, body) : release(client, claim)
    if (status < 500 && work.isWorthKeeping) return work.commit(settle)
    await work.rollback()
    await writeOne(settle)
  }
}

/** A refusal by the state of things stays this key's answer; others may be tried again. */
function isLasting(ctx: HttpContext, failure: unknown): boolean {
  return failure instanceof DomainError && [404, 409].includes(ctx.response.getStatus())
}

/** Guests are told apart by their address. */
function scopeOfRequest(ctx: HttpContext): string {
  const caller = ctx.actor?.id ?? `ip:${addressKey(ctx.request.ip())}`
  return scopeOf(caller, ctx.request.method(), ctx.routeKey ?? '')
}

async function claimKey(
  scope: string,
  key: string,
  requestHash: string
): Promise<Claim | { answer: StoredKey }> {
  const claim = { id: randomUUID(), lease: randomUUID() }
  const now = clock.now()
  const row = {
    id: claim.id,
    scope,
    idem_key: key,
    request_hash: requestHash,
    state: 'started',
    lease_token: claim.lease,
    lease_until: now + LEASE,
    expires_at: now + KEPT_FOR,
    created_at: now,
  }
  // nothing has happened yet under this key, and what happens next carries it along
  const isNew = await writeOne((client) => insertedOnce(client, 'idempotency_keys', row), {
    mayBeLost: true,
  })
  if (isNew) return claim

  const stored: StoredKey | null = await db
    .from('idempotency_keys')
    .where({ scope, idem_key: key })
    .first()
  if (!stored) throw new IdempotencyKeyInUse() // released this very moment
  if (stored.request_hash !== requestHash) throw new IdempotencyKeyReused()
  if (stored.state === 'finished') return { answer: stored }
  return takeOver(stored, claim.lease, now)
}

/** The first try crashed or was slow: whoever moves the lease on does the work. */
async function takeOver(stored: StoredKey, lease: string, now: number): Promise<Claim> {
  const abandoned = db
    .from('idempotency_keys')
    .where({ id: stored.id, state: 'started' })
    .where('lease_until', '<=', now)
  const isOurs = await changedOne(abandoned, { lease_token: lease, lease_until: now + LEASE })
  if (!isOurs) throw new IdempotencyKeyInUse()
  return { id: stored.id, lease }
}

async function finishKey(client: Client, claim: Claim, status: number, body: string) {
  const stored = await changesOf(
    client,
    `UPDATE idempotency_keys SET state = 'finished', status_code = ?, body = ?
       WHERE id = ? AND lease_token = ? AND state = 'started'`,
    status,
    encryption.encrypt(body),
    claim.id,
    claim.lease
  )
  if (stored !== 1) throw new IdempotencyKeyInUse()
}

async function release(client: Client, claim: Claim) {
  const sql = 'DELETE FROM idempotency_keys WHERE id = ? AND lease_token = ?'
  await changesOf(client, sql, claim.id, claim.lease)
}

async function bodyOf(ctx: HttpContext, output: unknown): Promise<string> {
  const content = output ?? ctx.response.content?.[0] ?? null
  return typeof content === 'string' ? content : JSON.stringify(content)
}

function replay(ctx: HttpContext, answer: StoredKey) {
  ctx.response
    .status(answer.status_code)
    .header('Idempotency-Replayed', 'true')
    .type('json')
    .send(openSealed<string>(answer.body))
}
