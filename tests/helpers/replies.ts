/*
 * What every reply has, whoever asked for what: the security headers, and nothing that tells what runs
 * here.
 */
import type { Answer } from '#tests/matrix/matrix'

export interface Reply {
  /** the request in a few words */
  sent: string
  status: number
  headers: { get(name: string): string | null | undefined; has(name: string): boolean }
  body: string
}

const REQUIRED: [name: string, value: RegExp][] = [
  ['x-content-type-options', /^nosniff$/],
  ['strict-transport-security', /^max-age=31536000; includeSubDomains$/],
  ['content-security-policy', /default-src 'none'/],
  ['x-frame-options', /^DENY$/],
  ['referrer-policy', /^no-referrer$/],
  ['x-request-id', /^[\w.:-]+$/],
]
const TELLING = ['server', 'x-powered-by', 'x-runtime', 'x-aspnet-version', 'via']
/** what a stack trace, a framework's page or a version looks like */
const STACK = /\bat [\w.<>]+ \(|node_modules|\.ts:\d+|adonis|node\.js|v24\.\d/i

/** Everything is asked for anew each time; private files say so twice. */
const NOT_STORED = /^(private, )?no-store$/
/** But for these, which are the same for everybody and hold nothing of anybody. */
const STORED: Record<string, RegExp> = {
  'categories.index': /^public, no-cache$/,
  'docs.show': /^public, max-age=3600$/,
  'files.show': /^public, max-age=31536000, immutable$/,
  'openapi.show': /^no-cache$/,
}

/**
 * What is wrong with a reply's headers, and with what an error says.
 *
 * @param route its name, when it is one whose data may be about anything
 */
export function faultsOfReply({ sent, status, headers, body }: Reply, route = ''): string[] {
  const caching = (status < 400 && STORED[route]) || NOT_STORED
  const required: typeof REQUIRED = [...REQUIRED, ['cache-control', caching]]
  const faults = [
    ...required
      .filter(([name, value]) => !value.test(headers.get(name) ?? ''))
      .map(([name]) => `without ${name}`),
    ...TELLING.filter((name) => headers.has(name)).map((name) => `with ${name}`),
    ...((status >= 400 || route === '') && STACK.test(body) ? ['with a stack or a version'] : []),
    ...(status >= 500 ? ['broken'] : []),
  ]
  return faults.map((fault) => `${sent}: ${status} ${fault}`)
}

/** The same of an answer of the matrix. */
export function faultsOfAnswer(route: string, sent: string, answer: Answer): string[] {
  const { status, headers } = answer
  return faultsOfReply({ sent, status, headers, body: JSON.stringify(answer.body) }, route)
}
