import { write } from '#core/database/write'
import { insertRows } from '#core/database/statements'
import { loggablePath } from '#core/logging/redaction'
import { clock } from '#core/support/clock'

export interface SeenRequest {
  impersonationId: string
  method: string
  /** undefined for an address that no route has */
  route: string | undefined
  /** as it came, with its query */
  url: string
  status: number
  requestId: string
}

const LONGEST_PATH = 500

/** Notes one request of an impersonation; its answer is sent afterwards, or never. */
export async function logRequest(request: SeenRequest) {
  await write((trx) =>
    insertRows(trx, 'impersonation_requests', [
      {
        impersonation_id: request.impersonationId,
        method: request.method,
        route: request.route ?? null,
        path: loggablePath(request.url).slice(0, LONGEST_PATH),
        status: request.status,
        request_id: request.requestId,
        created_at: clock.now(),
      },
    ])
  )
}
