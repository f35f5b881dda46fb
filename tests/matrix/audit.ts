import { newId } from '#core/support/ids'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { plantEntries } from '#tests/helpers/audit'
import type { Caller, MatrixRow } from '#tests/matrix/row'

const READERS: Caller[] = ['senior_dev', 'admin', 'senior_admin']

export const rows: MatrixRow[] = [
  {
    route: 'audit.staff.action_logs.index',
    allow: READERS,
    request: async () => ({ query: { limit: '5' } }),
    success: 200,
  },
  {
    route: 'audit.staff.staff_action_logs.index',
    allow: READERS,
    request: async ({ user }) => ({ params: { adminId: user.id } }),
    success: 200,
    object: { param: 'adminId', missing: newId('user'), owned: false },
  },
  {
    route: 'audit.staff.customer_action_logs.index',
    allow: READERS,
    request: async () => ({ params: { customerId: (await actorOfRole('client')).user.id } }),
    success: 200,
    object: { param: 'customerId', missing: newId('user'), owned: false },
  },
  {
    route: 'audit.staff.entries.show',
    allow: READERS,
    request: async () => {
      const [id] = await plantEntries(1, unique('lamp'))
      return { params: { entryNumber: String(id) } }
    },
    success: 200,
    object: { param: 'entryNumber', missing: '999999999999999', owned: false },
  },
  {
    route: 'audit.staff.verification.show',
    allow: READERS,
    request: async () => ({}),
    success: 200,
  },
]
