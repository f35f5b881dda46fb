import { defineShow } from '../../define/show.ts'
import { columns, PERMISSION } from './shared.ts'

export default defineShow({
  summary: 'one line, with before, after and its seal',
  permission: PERMISSION,
  argument: 'line',
  path: '/admin/audit/entries/:id',
  columns: [
    ...columns.map((column) => ({ ...column, wide: false })),
    { key: 'before' },
    { key: 'after' },
    { key: 'isErased', title: 'erased' },
    { key: 'seal.id', title: 'seal' },
    { key: 'seal.sealedAt', title: 'sealed' },
  ],
  examples: [{ what: 'what exactly changed', line: 'souk audit show 1042' }],
})
