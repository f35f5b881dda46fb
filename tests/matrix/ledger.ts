import { versionOf } from '#core/database/reference_versions'
import { COMMISSION_RULES } from '#ledger/queries/commission_rules'
import type { MatrixRow } from '#tests/matrix/row'

const KEEPERS: MatrixRow['allow'] = ['admin', 'senior_admin']

export const rows: MatrixRow[] = [
  {
    route: 'admin.commission_rules.index',
    allow: KEEPERS,
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'admin.commission_rules.update',
    allow: KEEPERS,
    request: async () => ({
      body: { version: await versionOf(COMMISSION_RULES), rules: [{ name: 'All', bps: 1000 }] },
    }),
    success: 200,
  },
]
