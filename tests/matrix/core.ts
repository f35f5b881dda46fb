import type { MatrixRow } from '#tests/matrix/row'

const open = (route: string, params?: Record<string, string>): MatrixRow => ({
  route,
  allow: ['public'],
  request: async () => ({ params }),
  success: 200,
})

export const rows: MatrixRow[] = [
  open('health.live'),
  open('health.ready'),
  open('openapi.show'),
  open('docs.index'),
  {
    ...open('docs.show', { asset: 'swagger-ui.css' }),
    object: { param: 'asset', missing: 'missing.js', owned: false },
  },
]
