import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId, newRow } from '#core/support/ids'
import Category from '#categories/models/category'
import { unique } from '#tests/helpers/actors'
import { deletedBy } from '#tests/helpers/deletions'
import { EVERYBODY_LOGGED_IN, type Caller, type MatrixRow } from '#tests/matrix/row'

const KEEPERS: Caller[] = ['admin', 'senior_admin']

async function freshCategory(): Promise<string> {
  const word = unique('matrix')
  const row = { ...newRow('category', clock.now()), name: word, slug: word, parentId: null }
  await write((trx) => Category.create({ ...row, position: 0, isActive: true }, { client: trx }))
  return row.id
}

const category = {
  param: 'categoryId',
  missing: newId('category'),
  owned: false,
  deleted: deletedBy('categories.staff.destroy'),
}

export const rows: MatrixRow[] = [
  {
    route: 'categories.index',
    viewable: true,
    allow: ['public', ...EVERYBODY_LOGGED_IN],
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'categories.staff.index',
    allow: KEEPERS,
    request: async () => ({}),
    success: 200,
  },
  {
    route: 'categories.staff.store',
    allow: KEEPERS,
    request: async () => ({ body: { name: unique('Matrix ') } }),
    success: 201,
  },
  {
    route: 'categories.staff.update',
    allow: KEEPERS,
    request: async () => ({
      params: { categoryId: await freshCategory() },
      body: { name: 'Renamed' },
    }),
    success: 200,
    object: category,
  },
  {
    route: 'categories.staff.destroy',
    allow: KEEPERS,
    request: async () => ({ params: { categoryId: await freshCategory() } }),
    success: 204,
    object: category,
  },
]
