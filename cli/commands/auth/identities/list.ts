import { defineList } from '../../../define/list.ts'

export default defineList({
  summary: 'accounts at Google and Azure that open this one, oldest first',
  path: '/user/identities',
  columns: [
    { key: 'id', title: 'identity', id: true },
    { key: 'provider' },
    { key: 'email' },
    { key: 'lastUsedAt', title: 'last used' },
    { key: 'createdAt', title: 'since' },
  ],
  examples: [{ what: 'by what one can log in', line: 'souk auth identities list' }],
})
