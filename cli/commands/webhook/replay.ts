import { defineWrite } from '../../define/write.ts'

export default defineWrite({
  name: 'replay',
  summary: 'handle messages of the gateways again; nothing is done twice',
  permission: 'system.operate',
  method: 'POST',
  path: '/admin/webhook-events/:id/replay',
  noun: 'event',
  level: 2,
  outcome: 'received',
  label: 'type',
  moreFields: ['state', 'gateway'],
  examples: [{ what: 'one message', line: 'souk webhook replay whk_01jd3x --yes' }],
})
