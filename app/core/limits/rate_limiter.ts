/*
 * Request limits, counted in Redis when the jobs run on it (shared by all servers) and in memory
 * otherwise. While Redis is away each process counts for itself: the limits still bite.
 */
import { once } from 'node:events'
import env from '#start/env'
import redis from '@adonisjs/redis/services/main'
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'
import { TooManyRequests } from '#core/errors'

export interface Limit {
  /** tells the buckets of different limits apart */
  name: string
  /** points per window */
  max: number
  /** ms */
  window: number
}

/** after Redis failed to answer, nobody asks it for this long, in ms */
const LEFT_ALONE = 2_000
/** how long the first request of a process waits for a connection that is being made, in ms */
const CONNECTING = 200

interface Buckets {
  memory: RateLimiterMemory
  shared?: RateLimiterRedis
}

const limiters = new Map<string, Buckets>()
let redisIsAwayUntil = 0
let opened: Promise<unknown> | undefined

function bucketsFor(limit: Limit): Buckets {
  const known = limiters.get(limit.name)
  if (known) return known
  const options = {
    keyPrefix: `souk:${limit.name}`,
    points: limit.max,
    duration: Math.ceil(limit.window / 1000),
  }
  const buckets: Buckets = { memory: new RateLimiterMemory(options) }
  if (env.get('QUEUE_DRIVER') === 'bull')
    buckets.shared = new RateLimiterRedis({
      ...options,
      storeClient: redis.connection('main').ioConnection,
      rejectIfRedisNotReady: true,
    })
  limiters.set(limit.name, buckets)
  return buckets
}

/** A server that has just started counts its first requests where the others count theirs. */
function firstConnection(): Promise<unknown> {
  const { ioConnection } = redis.connection('main')
  if (ioConnection.status === 'ready') return Promise.resolve()
  const signal = AbortSignal.timeout(CONNECTING)
  return once(ioConnection, 'ready', { signal }).catch(() => {}) // away: counted here, then
}

/** In Redis while it answers, else in this process. */
async function counted<Found extends RateLimiterRes | null>(
  limit: Limit,
  count: (limiter: RateLimiterAbstract) => Promise<Found>
): Promise<Found> {
  const { memory, shared } = bucketsFor(limit)
  if (!shared || performance.now() < redisIsAwayUntil) return count(memory)
  await (opened ??= firstConnection())
  try {
    return await count(shared)
  } catch (failure) {
    if (failure instanceof RateLimiterRes) throw failure
    redisIsAwayUntil = performance.now() + LEFT_ALONE
    return count(memory)
  }
}

/**
 * Takes one point from a bucket.
 *
 * @returns how many are left
 * @throws TooManyRequests with Retry-After when the bucket is empty
 */
export async function takePoint(limit: Limit, key: string): Promise<number> {
  try {
    const result = await counted(limit, (limiter) => limiter.consume(key))
    return result.remainingPoints
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw tooMany(refused)
  }
}

/**
 * Looks into a bucket without taking anything from it.
 *
 * @throws TooManyRequests with Retry-After when it is empty
 */
export async function assertPointsLeft(limit: Limit, key: string) {
  const result = await counted(limit, (limiter) => limiter.get(key))
  if (result && result.remainingPoints <= 0) throw tooMany(result)
}

function tooMany({ msBeforeNext }: RateLimiterRes): TooManyRequests {
  const error = new TooManyRequests()
  error.retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000))
  return error
}

/** Forgets all buckets of this process; for tests. */
export function resetLimiters() {
  limiters.clear()
  redisIsAwayUntil = 0
}
