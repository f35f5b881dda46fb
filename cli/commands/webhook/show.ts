import { defineShow } from '../../define/show.ts'
import type { Row } from '../../output/columns.ts'
import { eventColumns, moreFields } from './shared.ts'

export default defineShow({
  summary: 'one message of a gateway: what it says, masked, and why it failed',
  permission: 'system.operate',
  argument: 'event-id',
  path: '/admin/webhook-events/:id',
  columns: [
    ...eventColumns.map((column) => ({ ...column, wide: false })),
    { key: 'occurredAt', title: 'happened' },
    { key: 'handledAt', title: 'handled' },
    { key: 'payload', title: 'message', value: messageOf },
  ],
  moreFields: [...moreFields, 'isPayloadCut'],
  examples: [
    { what: 'one message', line: 'souk webhook show whk_01jd3x' },
    { what: 'what it says', line: 'souk webhook show whk_01jd3x --jq .payload' },
  ],
})

/** As people read JSON; long ones end early. */
function messageOf({ payload, isPayloadCut }: Row): string | null {
  if (payload === null) return null
  const text = JSON.stringify(payload, null, 2)
  return isPayloadCut ? `${text}\n(longer than is shown)` : text
}
