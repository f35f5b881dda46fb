/*
 * Request limits, counted in Redis when the jobs run on it (shared by all servers) and in memory
 * otherwise. While Redis is away each process counts for itself: the limits still bite.
 */
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

const limiters = new Map<string, RateLimiterAbstract>()

function limiterFor(limit: Limit): RateLimiterAbstract {
  const known = limiters.get(limit.name)
  if (known) return known
  const options = {
    keyPrefix: `souk:${limit.name}`,
    points: limit.max,
    duration: Math.ceil(limit.window / 1000),
  }
  const memory = new RateLimiterMemory(options)
  const limiter =
    env.get('QUEUE_DRIVER') === 'bull'
      ? new RateLimiterRedis({
          ...options,
          storeClient: redis.connection('main').ioConnection,
          rejectIfRedisNotReady: true,
          insuranceLimiter: memory,
        })
      : memory
  limiters.set(limit.name, limiter)
  return limiter
}

/**
 * Takes one point from a bucket.
 *
 * @returns how many are left
 * @throws TooManyRequests with Retry-After when the bucket is empty
 */
export async function takePoint(limit: Limit, key: string): Promise<number> {
  try {
    const result = await limiterFor(limit).consume(key)
    return result.remainingPoints
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const error = new TooManyRequests()
    error.retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw error
  }
}

/** Gives a point back, e.g. after a log-in that succeeded. */
export async function givePointBack(limit: Limit, key: string) {
  await limiterFor(limit).reward(key, 1)
}

/** Forgets all buckets of this process; for tests. */
export function resetLimiters() {
  limiters.clear()
}
