import { defineWrite } from '../../define/write.ts'
import { PATH, PERMISSION } from './shared.ts'

export default defineWrite({
  name: 'approve',
  summary: 'let money go out; large amounts need two people, and never the one who asked',
  permission: PERMISSION,
  method: 'PUT',
  path: PATH,
  noun: 'withdrawal',
  level: 3,
  body: () => ({ action: 'approve' }),
  outcome: 'approved',
  label: 'status',
  examples: [
    { what: 'one', line: 'souk withdrawal approve wdr_01jd3x' },
    { what: 'in a script', line: 'souk withdrawal approve wdr_01jd3x --confirm wdr_01jd3x --json' },
  ],
})
