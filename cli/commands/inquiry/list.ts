import { defineList } from '../../define/list.ts'
import { moneyRange } from '../../output/values.ts'
import type { Range } from '../../output/values.ts'

export default defineList({
  summary: 'inquiries of clients and the partners they were matched to',
  permission: 'leads.work',
  path: '/admin/inquiries',
  columns: [
    { key: 'id', title: 'inquiry', id: true },
    { key: 'title' },
    { key: 'status' },
    { key: 'category.name', title: 'category' },
    { key: 'location.city', title: 'city' },
    { key: 'matchedPartners', title: 'partners' },
    { key: 'liveLeads', title: 'live' },
    { key: 'client.name', title: 'client' },
    { key: 'createdAt', title: 'created' },
    { key: 'client.email', title: 'email', wide: true },
    {
      key: 'budget',
      wide: true,
      value: ({ budget }) => (budget ? moneyRange(budget as Range) : null),
    },
    { key: 'date', wide: true },
  ],
  moreFields: ['description', 'leads', 'acceptedLeadId', 'closedAt'],
  filters: [
    {
      flags: '--status <status>',
      description: 'state of the inquiry',
      choices: ['submitted', 'offered', 'quoted', 'accepted', 'closed', 'expired'],
    },
    { flags: '--category <id>', description: 'only this category', param: 'categoryId' },
    { flags: '--city <location-id>', description: 'only this location', param: 'locationId' },
    { flags: '--unmatched', description: 'only those that no partner has' },
  ],
  examples: [
    { what: 'nobody has them', line: 'souk inquiry list --unmatched' },
    {
      what: 'why these partners',
      line: "souk inquiry list --limit 1 --jq '.[].leads[] | {partner: .partner.businessName, match}'",
    },
  ],
})
