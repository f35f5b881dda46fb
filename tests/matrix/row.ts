import type { TestActor } from '#tests/helpers/actors'

/**
 * Who may call a route, said a second time and on purpose: the matrix test compares this with what
 * the running server does, for every role. `agent`, `hr`... are staff roles by name.
 */
export type Caller =
  'public' | 'client' | 'partner' | 'agent' | 'hr' | 'dev' | 'senior_dev' | 'admin' | 'senior_admin'

export const EVERYBODY_LOGGED_IN: Caller[] = [
  'client',
  'partner',
  'agent',
  'hr',
  'dev',
  'senior_dev',
  'admin',
  'senior_admin',
]

/** One valid request of a route. */
export interface MatrixRequest {
  /** values of the path's parameters; all of them */
  params?: Record<string, string>
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Record<string, unknown>
  /** multipart instead of JSON: field name -> file */
  files?: { field: string; name: string; content: Buffer; contentType: string }[]
}

/** One route of the permission matrix; a route without a row fails the build. */
export interface MatrixRow {
  /** the route's name */
  route: string
  /** who may call it; everybody else must get 401 (no token) or 403 */
  allow: Caller[]
  /**
   * A request that succeeds for `caller`, with fresh objects that are the caller's own where the
   * route has owners. Called once for every cell, so cells do not disturb each other.
   */
  request(caller: TestActor): Promise<MatrixRequest>
  /** the status of that success */
  success: number
  /** staff may read it through the eyes of a client or partner; every other route is refused to them */
  viewable?: true
  /** members of the answer that are null then, and not to the owner (of each row, in a list) */
  hidden?: string[]
  /** a GET that can be asked once: every caller gets a request of their own */
  isSpent?: true
  /** called with an impersonation's token, it answers its staff member */
  byImpersonator?: true
  /**
   * For routes about one object: the parameter that names it. The test then also sends an id that
   * does not exist (`missing`) and, when `owned`, the object of another account of the same role:
   * both must answer 404 with the same error body. A list names the roles that have owners; staff
   * see everybody's.
   */
  object?: {
    param: string
    missing: string
    owned: boolean | Caller[]
    /**
     * Deletes the object of a request, where that can be done: afterwards it must answer as a
     * missing one.
     */
    deleted?: Deletion
  }
}

export type Deletion = (own: MatrixRequest, caller: TestActor) => Promise<void>
