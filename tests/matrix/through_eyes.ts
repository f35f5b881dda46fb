/*
 * The column `impersonating` of the permission matrix: what a viewable route answers through the
 * eyes of its client or partner is what it answers them; every other route is refused, and each
 * request stands in the log.
 */
import type { Role } from '#core/actor'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { lastLoggedOf, lookAs, stopLooking, type Eyes } from '#tests/helpers/impersonation'
import type { Cell, Whose } from '#tests/matrix/cells'
import { send, type Answer } from '#tests/matrix/matrix'
import type { MatrixRequest, MatrixRow } from '#tests/matrix/row'

/** Staff who look, and the open look with which everything refused is tried. */
export interface Looker {
  /** free to begin a look, which is ended before the next */
  staff: TestActor
  client: TestActor
  refused: Eyes
}

export async function makeLooker(): Promise<Looker> {
  const client = await actorOfRole('client')
  const refused = await lookAs(await actorOfRole('admin'), client)
  return { staff: await actorOfRole('admin'), client, refused }
}

/** What is not viewable is refused, whatever it is asked about. */
export async function refusedLook(
  row: MatrixRow,
  eyes: Eyes,
  whose: Whose,
  request: MatrixRequest
): Promise<Cell> {
  const answer = await through(row, eyes, request)
  const isNamed = answer.body.errors?.[0]?.code === 'E_IMPERSONATION_READ_ONLY'
  const wrong = isNamed ? await unlogged(row, eyes, 403) : 'is refused for another reason'
  return { who: 'impersonating', whose, expected: 403, answer, wrong }
}

/** What belongs to the look itself answers its staff member. */
export async function staffCell(row: MatrixRow, { staff, client }: Looker): Promise<Cell> {
  const eyes = await lookAs(staff, client)
  const answer = await through(row, eyes, await row.request(staff))
  const wrong = await unlogged(row, eyes, row.success)
  if (row.route !== 'impersonation.staff.ends.store') await stopLooking(staff)
  return { who: 'impersonating', whose: 'none', expected: row.success, answer, wrong }
}

/** An open look at a viewable route. */
export interface View {
  /** @param own what the owner was answered, when it is their own */
  ask(whose: Whose, request: MatrixRequest, own?: Answer): Promise<Cell>
  close(): Promise<void>
}

/** The looker sees the route through the eyes of `caller`. */
export async function viewAs(
  row: MatrixRow,
  { staff }: Looker,
  role: Role,
  caller: TestActor
): Promise<View> {
  const eyes = await lookAs(staff, caller)
  return {
    async ask(whose, request, own) {
      const answer = await through(row, eyes, request)
      const expected = own ? row.success : 404
      const difference = own && differs(row, answer, own)
      const wrong = difference ?? (await unlogged(row, eyes, expected))
      return { who: `impersonating ${role}`, whose, expected, answer, wrong }
    },
    close: () => stopLooking(staff),
  }
}

function through(row: MatrixRow, eyes: Eyes, request: MatrixRequest): Promise<Answer> {
  const headers = { ...request.headers, ...eyes.headers }
  return send(row.route, { ...request, headers }, null)
}

async function unlogged(row: MatrixRow, { id }: Eyes, status: number) {
  const last = await lastLoggedOf(id)
  const isLogged = last?.route === row.route && Number(last.status) === status
  return isLogged ? undefined : `is not in the log, but ${JSON.stringify(last)}`
}

/** What staff must not see is null for them; all the rest is what the owner sees. */
function differs({ hidden = [], route }: MatrixRow, seen: Answer, own: Answer) {
  // the look itself is new in the list of looks
  if (route === 'impersonation.own.index') return undefined
  const blank = (row: any) => ({ ...row, ...Object.fromEntries(hidden.map((key) => [key, null])) })
  const data = own.body?.data
  const shown =
    hidden.length === 0
      ? own.body
      : { ...own.body, data: Array.isArray(data) ? data.map(blank) : blank(data) }
  if (JSON.stringify(sorted(seen.body)) === JSON.stringify(sorted(shown))) return undefined
  return `is not what the owner sees: ${JSON.stringify(shown).slice(0, 300)}`
}

function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]))
}
