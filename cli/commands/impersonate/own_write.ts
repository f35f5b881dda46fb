import { confirmWrite, effectiveLevel, showTarget } from '../../confirm.ts'
import { preview, printTrial, trialHeader } from '../../define/dry_run.ts'
import { reasonHeader, reasonWithTicket } from '../../define/write_input.ts'
import { unwrap } from '../../http.ts'
import type { Context } from '../../context.ts'
import type { ApiAnswer, ApiRequest } from '../../http.ts'
import type { WriteFlags } from '../../options.ts'
import type { Row } from '../../output/columns.ts'

/**
 * Sends a write that is about the impersonation itself, or tries it as every write can be tried.
 *
 * @returns undefined for a trial, which has been printed
 */
export async function ownWrite(
  context: Context,
  request: ApiRequest,
  flags: WriteFlags,
  question: string
): Promise<ApiAnswer | undefined> {
  const idempotencyKey = flags.idempotencyKey ?? crypto.randomUUID()
  if (flags.dryRun) {
    await preview(context, request, [], idempotencyKey)
    return undefined
  }
  const http = await context.http()
  await showTarget(context)
  if (flags.dryRunServer) {
    const headers = { ...request.headers, ...(await trialHeader(context)) }
    const answer = await http.send({ ...request, headers, idempotencyKey })
    // the token of a start that was rolled back opens nothing, and is not shown either
    const { impersonationToken: unused, ...shown } = unwrap<Row>(answer.body)
    await printTrial(context, answer, shown)
    return undefined
  }
  const level = effectiveLevel(1, await context.profile())
  const confirmation = { level, question, expected: 'yes', expectedName: 'word' }
  await confirmWrite(context, confirmation, flags)
  return http.send({ ...request, idempotencyKey })
}

/** `--reason` and `--ticket`, for the audit log. */
export function auditHeaders(flags: WriteFlags): Record<string, string> {
  return reasonHeader(reasonWithTicket(flags))
}
