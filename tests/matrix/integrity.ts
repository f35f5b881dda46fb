import type { MatrixRow } from '#tests/matrix/row'

export const rows: MatrixRow[] = [
  {
    route: 'integrity.staff.integrity.show',
    allow: ['dev', 'senior_dev', 'senior_admin'],
    request: async () => ({}),
    success: 200,
  },
]
