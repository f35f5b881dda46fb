import type { MatrixRow } from '#tests/matrix/row'

export const rows: MatrixRow[] = [
  {
    route: 'analytics.staff.stats.show',
    allow: ['senior_dev', 'admin', 'senior_admin'],
    request: async () => ({}),
    success: 200,
  },
]
