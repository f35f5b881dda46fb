/*
 * Do answers tell who has an account? The same request about a known and an unknown address, in
 * turns, so that whatever slows the machine slows both alike.
 */
interface Probe {
  /** the route, when it says enough */
  name?: string
  route: string
  known: (n: number) => string
  unknown: (n: number) => string
  body: (email: string) => object
}

interface Answer {
  took: number
  /** status, header names and values, and the body without its values */
  shape: string
}

export interface Finding {
  name: string
  /** medians, ms */
  known: number
  unknown: number
  /** shapes of answers that only one of the two kinds of address gets */
  telling: string[]
}

/** what the time of an answer may tell about an account, in ms */
export const TELLING = 10
/** a busy machine may shift one measurement, a leak shifts every one */
const MEASUREMENTS = 3

const CHANGES_BY_ITSELF = /^(date|x-request-id|content-length|etag|(x-)?ratelimit.*)$/
const PASSWORD = 'correct horse battery'
const WRONG_PASSWORD = 'wrong horse battery'

/** Whom the probes ask about. */
export interface Known {
  emails: string[]
  /** who show a second factor when the password is right */
  guarded: { email: string; phone: string }[]
}

const probes = ({ emails, guarded }: Known, run: string): Probe[] => {
  const nobody = (what: string) => (n: number) => `${what}${n}.${run}@example.test`
  const somebody = (n: number) => emails[n % emails.length]
  return [
    {
      route: '/api/v1/auth/login',
      known: somebody,
      unknown: nobody('login'),
      body: (email) => ({ email, password: PASSWORD }),
    },
    {
      name: 'a log-in that has a second factor',
      route: '/api/v1/auth/login',
      known: (n) => guarded[n % guarded.length].email,
      unknown: nobody('guarded'),
      body: (email) => ({ email, password: WRONG_PASSWORD }),
    },
    {
      route: '/api/v1/auth/register',
      known: somebody,
      unknown: nobody('pending'),
      body: (email) => ({ name: 'Somebody', email, password: PASSWORD, role: 'client' }),
    },
    {
      route: '/api/v1/auth/forgot-password',
      known: somebody,
      unknown: nobody('forgot'),
      body: (email) => ({ email }),
    },
    {
      route: '/api/v1/auth/resend-otp',
      known: nobody('pending'), // whom the registrations above have left
      unknown: nobody('resend'),
      body: (email) => ({ email }),
    },
    {
      route: '/api/v1/auth/otp',
      known: (n) => guarded[n % guarded.length].phone,
      unknown: (n) => phoneOf(NOBODY, n),
      body: (phone) => ({ phone }),
    },
  ]
}

/** German mobile numbers; the first digit after the prefix says whose they are. */
export const phoneOf = (whose: number, n: number) =>
  `+49151${whose}${String(n + 1).padStart(7, '0')}`
export const SOMEBODY = 1
const NOBODY = 2

export function differenceOf(found: Finding): number {
  return Math.abs(found.known - found.unknown)
}

/** Every route, measured again while its times differ. */
export async function comparisons(url: string, known: Known, count: number): Promise<Finding[]> {
  const found: Finding[] = []
  for (const at of probes(known, '').keys())
    for (let round = 0; round < MEASUREMENTS; round++) {
      const others = { emails: from(known.emails, round * count), guarded: known.guarded }
      const finding = await compare(url, probes(others, `round${round}`)[at], count)
      const isSettled = differenceOf(finding) <= TELLING || finding.telling.length > 0
      if (!isSettled && round < MEASUREMENTS - 1) continue
      found.push(finding)
      break
    }
  return found
}

const from = <T>(all: T[], start: number) => all.slice(start % all.length)

/** Asks `count` times about each kind of address. */
async function compare(url: string, probe: Probe, count: number): Promise<Finding> {
  const ask = (email: string) => post(url + probe.route, probe.body(email))
  const known: Answer[] = []
  const unknown: Answer[] = []
  await ask(probe.unknown(-1)) // what the first request of a route loads is nobody's time
  for (let n = 0; n < count; n++) {
    const turns = [
      async () => known.push(await ask(probe.known(n))),
      async () => unknown.push(await ask(probe.unknown(n))),
    ]
    for (const turn of n % 2 ? turns : turns.reverse()) await turn()
  }
  const [ofKnown, ofUnknown] = [known, unknown].map((all) => new Set(all.map(({ shape }) => shape)))
  return {
    name: probe.name ?? probe.route,
    known: median(known),
    unknown: median(unknown),
    telling: [...ofKnown.symmetricDifference(ofUnknown)],
  }
}

async function post(url: string, body: object): Promise<Answer> {
  const startedAt = performance.now()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  const took = performance.now() - startedAt
  const headers = [...response.headers].filter(([name]) => !CHANGES_BY_ITSELF.test(name)).sort()
  return { took, shape: JSON.stringify([response.status, headers, shapeOf(answer)]) }
}

/** A body with its times and ids made alike; what it says stays. */
function shapeOf(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value) =>
      key === 'requestId' || key === 'expiresAt' ? typeof value : value
    )
  )
}

function median(answers: Answer[]): number {
  const times = answers.map(({ took }) => took).sort((a, b) => a - b)
  return times[Math.floor(times.length / 2)]
}
