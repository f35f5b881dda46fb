import { makeRegion } from '#tests/helpers/regions'
import type { MatrixRow } from '#tests/matrix/row'

export const rows: MatrixRow[] = [
  {
    route: 'partner.shipping_rates.index',
    viewable: true,
    allow: ['partner'],
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'partner.shipping_rates.update',
    allow: ['partner'],
    request: async () => ({
      body: {
        rates: [{ regionId: await makeRegion(), amount: { amount: 490, currency: 'EUR' } }],
      },
    }),
    success: 200,
  },
]
