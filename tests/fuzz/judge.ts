import { answerChecker, operations, type Operation } from '#tests/helpers/openapi'
import type { RawAnswer } from '#tests/helpers/raw_http'

/** ms */
const LONGEST = 5_000

const INSIDES: [what: string, pattern: RegExp][] = [
  ['a stack', /\bat [\w.<> ]+ \(|\bat async \w|\.[tj]s:\d+:\d+/],
  ['a path of this machine', /node_modules|file:\/\/\/|\/app\/\w+\/\w+\.[tj]s/],
  ['a path of this machine', new RegExp(process.cwd().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))],
  [
    'a statement',
    /\b(select|insert into|update|delete from) [`"]\w+[`"]|SQLITE_[A-Z]+|\bER_[A-Z_]{4,}/,
  ],
]

/** Their owners see more than the document says: TypeScript leaves the wider of the two types. */
const TELLS_MORE = new Set(['events.show', 'packages.show', 'products.show'])

export interface Judged {
  id: string
  answer: RawAnswer
  took: number
  isDryRun: boolean
  /** nobody was logged in */
  isGuest: boolean
}

/** Says what is wrong with an answer, or nothing. */
export type Judge = (judged: Judged) => string | undefined

export async function makeJudge(): Promise<Judge> {
  const known = await operations()
  const closed = await answerChecker({ isClosed: true })
  const open = await answerChecker()
  return (judged) =>
    faultOfStatus(known.get(judged.id)!, judged) ??
    faultOfForm(known.get(judged.id)!, judged) ??
    faultOfContent(TELLS_MORE.has(judged.id) && !judged.isGuest ? open : closed, judged)
}

function faultOfStatus(operation: Operation, { answer, took, isDryRun }: Judged) {
  const { status, headers } = answer
  const isAnnounced = status === 503 && Number(headers['retry-after']) > 0
  if (status >= 500 && !isAnnounced) return `answers ${status}`
  if (took > LONGEST) return `takes ${Math.round(took)} ms`
  const isOfDryRun = isDryRun && status === 200
  const isKnownAlready = status === 304 && operation.method === 'GET'
  if (!operation.responses[status] && !isOfDryRun && !isKnownAlready)
    return `${status} is not in the document`
  return undefined
}

function faultOfForm(operation: Operation, { answer }: Judged) {
  const { status, headers, text } = answer
  if (!headers['x-request-id']) return 'has no X-Request-Id'
  const type = (headers['content-type'] ?? '').split(';')[0]
  if (status === 204 || status === 304) return text === '' ? undefined : `${status} with a body`
  const documented = Object.keys((operation.responses[status] as any)?.content ?? {})
  const allowed = status >= 400 ? ['application/json'] : documented
  const isBytes = allowed.includes('application/octet-stream')
  if (allowed.length > 0 && !isBytes && !allowed.includes(type))
    return `is ${type || 'of no type'} instead of ${allowed.join(', ')}`
  const inside = status >= 400 && INSIDES.find(([, pattern]) => pattern.test(text))
  return inside ? `shows ${inside[0]}` : undefined
}

function faultOfContent(check: Awaited<ReturnType<typeof answerChecker>>, judged: Judged) {
  const { id, answer, isDryRun } = judged
  const { status, headers, text } = answer
  if (!/json/.test(headers['content-type'] ?? '') || text === '') return undefined
  let body: any
  try {
    body = JSON.parse(text)
  } catch {
    return 'is no JSON'
  }
  const isRepeated = headers['idempotency-replayed'] === 'true'
  if (status >= 400 && !isRepeated && body.requestId !== headers['x-request-id'])
    return 'names another request than X-Request-Id'
  if (isDryRun && status < 300)
    return body.meta?.dryRun ? undefined : 'is a trial that tells no changes'
  return check(id, status, body) ?? undefined
}
