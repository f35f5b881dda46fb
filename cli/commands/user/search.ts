import { defineList } from '../../define/list.ts'
import { READ, moreFields, userColumns, userFilters } from './shared.ts'

export default defineList({
  name: 'search',
  summary: 'clients and partners by how a name, an e-mail, a phone number or an id begins',
  permission: READ,
  word: { argument: 'text', param: 'search' },
  path: '/admin/customers',
  columns: userColumns,
  moreFields,
  filters: userFilters,
  examples: [
    { what: 'by family name', line: 'souk user search byron' },
    { what: 'by number, among partners', line: 'souk user search +49151 --role partner' },
  ],
})
