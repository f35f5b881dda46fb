/*
 * Where the browser goes at the end of a log-in: to a path of the front end that is allowed, or to the
 * program that began and listens on this very computer (RFC 8252, 7.3), which is how a terminal logs in.
 */
import env from '#start/env'
import { InvalidField } from '#core/errors'

/** To the letter: the literal address (a name could lead elsewhere), any port, one path, nothing behind it. */
const LOOPBACK = /^http:\/\/127\.0\.0\.1:([1-9]\d{0,4})\/souk\/login$/
const HIGHEST_PORT = 65_535

export interface WayBack {
  /** a path of the front end, or a whole loopback address */
  returnTo: string
  /** what whoever began knows the answer by */
  state?: string
}

/** Whether the code goes to a program on the person's own computer. */
export function isLoopback(returnTo: string): boolean {
  const port = LOOPBACK.exec(returnTo)?.[1]
  return port !== undefined && Number(port) <= HIGHEST_PORT
}

/** @throws InvalidField (422) for what is neither a loopback address nor in OIDC_RETURN_PATHS */
export function allowedReturn(asked: string | undefined): string {
  const allowed = env.get('OIDC_RETURN_PATHS')
  if (asked === undefined) return allowed[0]
  if (allowed.includes(asked) || isLoopback(asked)) return asked
  throw new InvalidField('returnTo', 'in', 'The returnTo field is not a path that is allowed')
}

/** The whole address, with what it is told. */
export function wayBackUrl({ returnTo, state }: WayBack, query: Record<string, string>): string {
  const place = isLoopback(returnTo) ? returnTo : `${env.get('CLIENT_URL')}${returnTo}`
  return `${place}?${new URLSearchParams({ ...query, ...(state && { state }) })}`
}
