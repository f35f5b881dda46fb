import { EVERYBODY_LOGGED_IN, type MatrixRow } from '#tests/matrix/row'

export const rows: MatrixRow[] = ['health.live', 'health.ready'].map((route) => ({
  route,
  allow: ['public', ...EVERYBODY_LOGGED_IN],
  request: async () => ({}),
  success: 200,
}))
