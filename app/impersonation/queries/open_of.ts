import type { Client } from '#core/database/statements'
import { NoImpersonation } from '#impersonation/errors'

/** @throws NoImpersonation (409) when this member of staff has none open */
export async function openOf(
  client: Client,
  staffId: string
): Promise<{ id: string; client_id: string }> {
  const open = await client
    .from('impersonations')
    .where({ open_staff_id: staffId })
    .select('id', 'client_id')
    .first()
  if (!open) throw new NoImpersonation()
  return open
}
