import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { DryRunNotOffered } from '#audit/errors'
import ChangesOfRequest, { type Change } from '#audit/queries/changes_of_request'
import { isStaffRole } from '#core/actor'
import { KeptTransaction } from '#core/database/write'
import { callsOutside } from '#core/idempotency/routes'
import { clock } from '#core/support/clock'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * `X-Dry-Run: 1` on a write of staff: the whole request is carried out in a transaction that is
 * rolled back at its end. No change stays, no job or mail leaves (they wait for the commit in the
 * outbox), and an idempotency key that came along stays unused. The answer is the one that the
 * write would have had, with the changes that the audit trail would tell in `meta.dryRun`.
 *
 * Anywhere else the header is refused: who asks for a trial must not get the real thing.
 */
@inject()
export default class DryRunMiddleware {
  constructor(private changesOfRequest: ChangesOfRequest) {}

  async handle(ctx: HttpContext, next: NextFn, { isOffered }: { isOffered: boolean }) {
    const asked = ctx.request.header('x-dry-run')
    if (asked === undefined || SAFE_METHODS.includes(ctx.request.method())) return next()
    const isStaff = ctx.actor !== undefined && isStaffRole(ctx.actor.role)
    // what happens at a gateway cannot be rolled back
    const isReversible = !callsOutside(ctx.route?.name)
    if (asked !== '1' || !isOffered || !isStaff || !isReversible) throw new DryRunNotOffered()

    ctx.isDryRun = true
    ctx.response.header('X-Dry-Run', 'rolled back')
    const since = clock.now()
    const work = new KeptTransaction()
    try {
      await work.run(async () => {
        const output = await next()
        if (ctx.failure !== undefined) return
        answer(ctx, output, await this.changesOfRequest.execute(ctx.actor!, since))
      })
    } finally {
      await work.rollback()
    }
  }
}

/** A write that would answer nothing (204) answers its changes, too. */
function answer(ctx: HttpContext, output: unknown, changes: Change[]) {
  const content = output ?? ctx.response.content?.[0]
  const envelope = typeof content === 'object' && content !== null ? content : { data: null }
  const status = ctx.response.getStatus()
  if (status === 204) ctx.response.status(200)
  ctx.response.send({ ...envelope, meta: { dryRun: { status, changes } } })
}
