/*
 * Redirects of reads are followed by hand, so that the token can be left behind: it goes to the
 * profile's own origin and nowhere else. A write is never redirected.
 */
import { CliError, exitCodes } from '../errors.ts'
import { cleanLine } from '../output/clean.ts'
import { isSafeTransport } from '../profiles.ts'
import { exchange } from './exchange.ts'
import type { Incoming } from './exchange.ts'
import type { Prepared } from './request.ts'

const MOST_REDIRECTS = 5
/** headers that prove who asks */
const PROOFS = new Set(['Authorization', 'X-Impersonation-Token'])

/** Sends the request and goes where the server points, without the token from the first hop on. */
export async function follow(prepared: Prepared, signal: AbortSignal): Promise<Incoming> {
  const { method, payload } = prepared
  const { receive } = prepared.request
  let { url, headers } = prepared
  for (let hops = 0; ; hops++) {
    const answer = await exchange({ method, url, headers, payload, signal, receive })
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || !location) return answer

    const target = new URL(location, url)
    const allowed = (method === 'GET' || method === 'HEAD') && hops < MOST_REDIRECTS
    if (!allowed || !isSafeTransport(target)) {
      throw new CliError(
        exitCodes.unexpected,
        'redirected',
        `${url.host} redirects to ${cleanLine(target.href)}, which is not followed`,
        { status: answer.status, hint: 'correct the address of the profile: souk profile edit' }
      )
    }
    const kept = Object.entries(headers).filter(([name]) => !PROOFS.has(name))
    headers = Object.fromEntries(kept)
    url = target
  }
}
