/*
 * Asks the running server for every cell of one row of the permission matrix: each kind of caller,
 * own, foreign, missing and deleted objects.
 */
import { isStaffRole, ROLES, type Role } from '#core/actor'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { addressOf, send, type Answer } from '#tests/matrix/matrix'
import type { MatrixRequest, MatrixRow } from '#tests/matrix/row'
import {
  makeLooker,
  refusedLook,
  staffCell,
  viewAs,
  type Looker,
  type View,
} from '#tests/matrix/through_eyes'

/** Whose object is asked for; `none` of routes that name none. */
export type Whose = 'none' | 'own' | 'foreign' | 'missing' | 'deleted'

export interface Cell {
  /** who asks: "agent", "nobody", "suspended hr", "impersonating client" */
  who: string
  whose: Whose
  expected: number
  answer: Answer
  /** what is wrong with the answer apart from its status */
  wrong?: string
}

/** The accounts that are refused everywhere they have no business; made once. */
export interface Strangers {
  byRole: Map<Role, TestActor>
  suspended: Map<Role, TestActor>
  looker: Looker
}

export async function makeStrangers(): Promise<Strangers> {
  const byRole = new Map<Role, TestActor>()
  const suspended = new Map<Role, TestActor>()
  for (const role of ROLES) {
    byRole.set(role, await actorOfRole(role))
    suspended.set(role, await actorOfRole(role, { status: 'suspended' }))
  }
  return { byRole, suspended, looker: await makeLooker() }
}

/** A caller who is let in, and a request of theirs. */
interface Owner {
  caller: TestActor
  request: MatrixRequest
}

/** Every cell of one row. */
export async function cellsOf(row: MatrixRow, strangers: Strangers): Promise<Cell[]> {
  const cells = new RowCells(row, strangers)
  for (const role of cells.allowed.filter((one) => cells.isReader(one))) await cells.askReader(role)
  await cells.askOwners(cells.allowed.filter((one) => !cells.isReader(one)))
  await cells.askReadersOfDeleted()
  await cells.askOutsiders()
  if (row.byImpersonator) cells.tell(await staffCell(row, strangers.looker))
  return cells.all
}

class RowCells {
  readonly all: Cell[] = []
  readonly allowed: Role[]
  #isPublic: boolean
  #isRead: boolean
  /** who was refused -> in which words the first time: every time the same */
  #refusals = new Map<string, string>()
  /** what all readers ask for: reading disturbs nobody */
  #read?: MatrixRequest
  #readers: [role: Role, caller: TestActor][] = []

  constructor(
    private row: MatrixRow,
    private strangers: Strangers
  ) {
    this.#isPublic = row.allow.includes('public')
    this.allowed = ROLES.filter((role) => this.#isPublic || row.allow.includes(role))
    this.#isRead = addressOf(row.route).method === 'GET' && !row.isSpent
  }

  /** Staff who read what is not their own: one request does for all of them. */
  isReader(role: Role): boolean {
    return this.#isRead && isStaffRole(role) && !this.#hasOwner(role)
  }

  async askReader(role: Role) {
    const caller = this.strangers.byRole.get(role)!
    this.#read ??= await this.row.request(caller)
    this.#readers.push([role, caller])
    if (this.row.object) await this.#ask(role, caller, 'missing', this.#missing(this.#read))
    await this.#ask(role, caller, this.#own, this.#read)
  }

  async askReadersOfDeleted() {
    const { object } = this.row
    if (!object?.deleted || !this.#read) return
    await object.deleted(this.#read, this.#readers[0][1])
    for (const [role, caller] of this.#readers) await this.#ask(role, caller, 'deleted', this.#read)
  }

  async askOwners(roles: Role[]) {
    // much that is public takes its time on purpose, so that nobody learns from it: all at once, then
    if (this.#isPublic && !this.row.viewable)
      return void (await Promise.all(roles.map((role) => this.askOwner(role))))
    for (const role of roles) await this.askOwner(role)
  }

  /**
   * Callers whose own objects it is about, or who change something, are fresh accounts each time, so
   * that a route that ends a session or an account disturbs nobody else's cell.
   */
  async askOwner(role: Role) {
    const { object, viewable } = this.row
    const own = await this.#ownerOf(role)
    const { caller, request } = own
    if (object) await this.#ask(role, caller, 'missing', this.#missing(request))
    const isViewed = viewable && !isStaffRole(role)
    const other =
      this.#hasOwner(role) || (object?.deleted && !isViewed) ? await this.#ownerOf(role) : own
    const foreign = this.#hasOwner(role) ? this.#exchanged(request, other.request) : undefined
    if (foreign) await this.#ask(role, caller, 'foreign', foreign)
    const answer = await this.#ask(role, caller, this.#own, request)

    const view = isViewed ? await viewAs(this.row, this.strangers.looker, role, caller) : undefined
    if (view) {
      if (object) this.tell(await view.ask('missing', this.#missing(request)))
      if (foreign) this.tell(await view.ask('foreign', foreign))
      this.tell(await view.ask(this.#own, request, answer))
    }
    if (object?.deleted) await this.#askDeleted(role, view ? own : other, view)
    await view?.close()
  }

  async #askDeleted(role: Role, { caller, request }: Owner, view: View | undefined) {
    await this.row.object!.deleted!(request, caller)
    await this.#ask(role, caller, 'deleted', request)
    if (view) this.tell(await view.ask('deleted', request))
  }

  /** Guests, suspended accounts, other roles, and whoever looks through the eyes of another. */
  async askOutsiders() {
    const { row } = this
    const role = this.allowed.find((one) => this.#hasOwner(one)) ?? this.allowed[0]
    const own = await this.#ownerOf(role)
    const other =
      this.#hasOwner(role) || row.object?.deleted ? await this.#ownerOf(role) : undefined
    const asked: [Whose, MatrixRequest][] = []
    if (row.object) asked.push(['missing', this.#missing(own.request)])
    if (other && this.#hasOwner(role))
      asked.push(['foreign', this.#exchanged(own.request, other.request)])
    asked.push([this.#own, own.request])

    for (const [whose, request] of asked) await this.#askAllOutside(whose, request, role)
    if (!row.object?.deleted) return
    await row.object.deleted(other!.request, other!.caller)
    await this.#askAllOutside('deleted', other!.request, role)
  }

  async #askAllOutside(whose: Whose, request: MatrixRequest, owner: Role) {
    const { row, strangers } = this
    if (!row.byImpersonator && !row.viewable)
      this.tell(await refusedLook(row, strangers.looker.refused, whose, request))
    if (!this.#isPublic)
      for (const role of ROLES)
        if (!this.allowed.includes(role))
          await this.#ask(role, strangers.byRole.get(role)!, whose, request, 403)
    // what is public is public for them, too; what it changes can be done once
    const isSpent = this.#isPublic && !this.#isRead && whose === this.#own
    const expected = this.#isPublic ? undefined : 401
    const asSuspended = async ([role, caller]: [Role, TestActor]) => {
      const fresh = isSpent ? (await this.#ownerOf(owner)).request : request
      await this.#ask(`suspended ${role}`, caller, whose, fresh, expected)
    }
    await Promise.all([...strangers.suspended].map(asSuspended))
    await this.#ask('nobody', null, whose, request, expected)
  }

  /** @param expected the success of one's own, and 404 for every other, when not given */
  async #ask(
    who: string,
    caller: TestActor | null,
    whose: Whose,
    request: MatrixRequest,
    expected = whose === this.#own ? this.row.success : 404
  ): Promise<Answer> {
    const answer = await send(this.row.route, request, caller)
    this.tell({ who, whose, expected, answer })
    return answer
  }

  /** Keeps a cell. What is refused to somebody is always refused in the same words. */
  tell(cell: Cell) {
    const { who, expected, answer } = cell
    if (expected >= 400) {
      const words = JSON.stringify(answer.body.errors)
      const first = this.#refusals.get(who) ?? words
      this.#refusals.set(who, first)
      if (words !== first) cell.wrong ??= `is refused in other words than ${first}`
    }
    this.all.push(cell)
  }

  get #own(): Whose {
    return this.row.object ? 'own' : 'none'
  }

  async #ownerOf(role: Role): Promise<Owner> {
    const caller = await actorOfRole(role)
    return { caller, request: await this.row.request(caller) }
  }

  #hasOwner(role: Role): boolean {
    const owned = this.row.object?.owned ?? false
    return typeof owned === 'boolean' ? owned : owned.includes(role)
  }

  #missing(request: MatrixRequest): MatrixRequest {
    const { param, missing } = this.row.object!
    return { ...request, params: { ...request.params, [param]: missing } }
  }

  /** One's own request with the object of another's. */
  #exchanged(own: MatrixRequest, other: MatrixRequest): MatrixRequest {
    const { param } = this.row.object!
    return { ...own, params: { ...own.params, [param]: other.params![param] } }
  }
}
