/*
 * How a provider is asked: three questions at most stand between a request and its answer
 * (metadata, token, keys), so each gets three seconds. Redirects are not followed, and no more than
 * a megabyte is read. Keys and metadata that somebody on the way could change are worth nothing: https,
 * or this machine.
 */
import logger from '@adonisjs/core/services/logger'
import { ProviderUnavailable } from '#auth/errors'
import { SECOND } from '#core/support/clock'
import { isPrivateWay } from '#core/support/web_address'

export const CALL_TIMEOUT = 3 * SECOND
const ANSWER_LIMIT = 1024 * 1024

/** The shape of fetch that openid-client and jose both call. */
export type ProviderFetch = (url: string, options: object) => Promise<Response>

/**
 * @param moved address asked for -> address that is asked instead (metadata at another place)
 * @returns a fetch that throws ProviderUnavailable when nothing usable comes back in time
 */
export function providerFetch(moved: Map<string, string>): ProviderFetch {
  return async (url, options) => {
    const init: RequestInit = {
      ...options,
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_TIMEOUT),
    }
    try {
      const place = moved.get(url) ?? url
      if (!isPrivateWay(place)) throw new Error('asked without https')
      const response = await fetch(place, init)
      if (response.status >= 500) throw new ProviderUnavailable()
      const { status, headers } = response
      return new Response(await limitedBody(response), { status, headers })
    } catch (error) {
      if (error instanceof ProviderUnavailable) throw error
      logger.warn({ err: String(error), host: new URL(url).host }, 'a log-in provider is silent')
      throw new ProviderUnavailable()
    }
  }
}

async function limitedBody(response: Response): Promise<Buffer | null> {
  if (!response.body) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    size += chunk.byteLength
    if (size > ANSWER_LIMIT) throw new ProviderUnavailable()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
