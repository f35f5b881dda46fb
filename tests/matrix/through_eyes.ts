/*
 * The column `impersonating` of the permission matrix: what a viewable route answers through the
 * eyes of its client or partner is what it answers them; every other route is refused, and each
 * request stands in the log.
 */
import { isStaffRole, type Role } from '#core/actor'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { loggedOf, lookAs, stopLooking, type Eyes } from '#tests/helpers/impersonation'
import { send, type Answer, type Cell } from '#tests/matrix/matrix'
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

/** An answer that somebody got with an own token, and the request that got it. */
export interface OwnAnswer {
  role: Role
  caller: TestActor
  request: MatrixRequest
  answer: Answer
}

/** @param request a valid request of anybody who is let in */
export async function eyesCells(
  row: MatrixRow,
  looker: Looker,
  request: MatrixRequest,
  owns: OwnAnswer[]
): Promise<Cell[]> {
  if (row.byImpersonator) return [await staffCell(row, looker)]
  if (!row.viewable) return [await refusedCell(row, looker.refused, request)]
  const cells: Cell[] = []
  for (const own of owns)
    if (!isStaffRole(own.role)) cells.push(...(await viewCells(row, looker, own)))
  return cells
}

async function refusedCell(row: MatrixRow, eyes: Eyes, request: MatrixRequest): Promise<Cell> {
  const answer = await through(row, eyes, request)
  const isNamed = answer.body.errors?.[0]?.code === 'E_IMPERSONATION_READ_ONLY'
  const wrong = isNamed ? await unlogged(row, eyes, 403) : 'is refused for another reason'
  return { title: 'impersonating', expected: 403, answer, wrong }
}

async function staffCell(row: MatrixRow, { staff, client }: Looker): Promise<Cell> {
  const eyes = await lookAs(staff, client)
  const answer = await through(row, eyes, await row.request(staff))
  const wrong = await unlogged(row, eyes, row.success)
  if (row.route !== 'impersonation.staff.ends.store') await stopLooking(staff)
  return { title: 'impersonating', expected: row.success, answer, wrong }
}

async function viewCells(row: MatrixRow, { staff }: Looker, own: OwnAnswer): Promise<Cell[]> {
  const { role, caller, request, answer: expected } = own
  const title = `impersonating ${role}`
  const eyes = await lookAs(staff, caller)
  const answer = await through(row, eyes, request)
  const wrong = differs(row, answer, expected) ?? (await unlogged(row, eyes, row.success))
  const cells: Cell[] = [{ title: `${title}, own`, expected: row.success, answer, wrong }]
  if (row.object) {
    const params = { ...request.params, [row.object.param]: row.object.missing }
    const lost = await through(row, eyes, { ...request, params })
    cells.push({ title: `${title}, missing`, expected: 404, answer: lost })
  }
  await stopLooking(staff)
  return cells
}

function through(row: MatrixRow, eyes: Eyes, request: MatrixRequest): Promise<Answer> {
  const headers = { ...request.headers, ...eyes.headers }
  return send(row.route, { ...request, headers }, null)
}

async function unlogged(row: MatrixRow, { id }: Eyes, status: number) {
  const last = (await loggedOf(id)).at(-1)
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
