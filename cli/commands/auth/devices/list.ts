import { defineList } from '../../../define/list.ts'

export default defineList({
  summary: 'devices this account was logged in on, newest first',
  path: '/auth/devices',
  columns: [
    { key: 'id', title: 'device', id: true },
    { key: 'name' },
    { key: 'lastSeenAt', title: 'last seen' },
    { key: 'rememberedUntil', title: 'no 2fa until' },
    { key: 'isCurrent', title: 'here' },
    { key: 'createdAt', title: 'since' },
  ],
  examples: [{ what: 'which devices are no strangers', line: 'souk auth devices list' }],
})
