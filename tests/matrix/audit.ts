import type { MatrixRow } from '#tests/matrix/row'

export const rows: MatrixRow[] = [
  {
    route: 'audit.staff.action_logs.index',
    allow: ['senior_dev', 'admin', 'senior_admin'],
    request: async () => ({ query: { limit: '5' } }),
    success: 200,
  },
]
