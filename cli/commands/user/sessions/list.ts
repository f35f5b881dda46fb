import { defineList } from '../../../define/list.ts'
import { PATH, WRITE } from '../shared.ts'

export default defineList({
  summary: 'live sessions of a client or partner, newest first',
  permission: WRITE,
  argument: 'user-id',
  path: `${PATH}/sessions`,
  columns: [
    { key: 'id', title: 'session', id: true },
    { key: 'lastSeenAt', title: 'last seen' },
    { key: 'ip' },
    { key: 'transport' },
    { key: 'userAgent', title: 'device' },
    { key: 'createdAt', title: 'since' },
  ],
  examples: [{ what: 'where somebody is logged in', line: 'souk user sessions list usr_01jd3x' }],
})
