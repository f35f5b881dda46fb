import type { HttpContext } from '@adonisjs/core/http'
import { ReasonInvalid } from '#auth/errors'

const LONGEST = 500
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/
const CONTROL_CHARACTER = /\p{Cc}/u

/**
 * Why staff do what this request does, from `X-Reason`: for the audit trail. Headers are ASCII, so
 * the value is percent-encoded UTF-8.
 *
 * @throws ReasonInvalid (400)
 */
export function statedReason({ request }: HttpContext): string | undefined {
  const header = request.header('x-reason')
  if (header === undefined) return undefined
  const reason = decoded(header).trim()
  if (reason === '' || reason.length > LONGEST || CONTROL_CHARACTER.test(reason))
    throw new ReasonInvalid()
  return reason
}

function decoded(header: string): string {
  if (!PRINTABLE_ASCII.test(header)) throw new ReasonInvalid()
  try {
    return decodeURIComponent(header)
  } catch {
    throw new ReasonInvalid()
  }
}
