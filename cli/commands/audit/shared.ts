import { periodFilters } from '../../define/period.ts'
import type { Filter } from '../../define/list.ts'
import type { Column } from '../../output/columns.ts'

export const PERMISSION = 'audit.read'
export const PATH = '/admin/action-logs'

export const columns: Column[] = [
  { key: 'createdAt', title: 'when' },
  { key: 'actor.name', title: 'who' },
  { key: 'action' },
  { key: 'subject.type', title: 'kind', wide: true },
  { key: 'subject.id', title: 'subject', id: true },
  { key: 'reason' },
  { key: 'id', title: 'line', wide: true },
  { key: 'person.name', title: 'whose', wide: true },
  { key: 'impersonator.name', title: 'impersonator', wide: true },
  { key: 'ip', wide: true },
  { key: 'requestId', title: 'request', wide: true },
]

export const moreFields = ['before', 'after', 'isErased']

export const filters: Filter[] = [
  { flags: '--actor <user-id>', description: 'what this person did', param: 'actorId' },
  { flags: '--target <id>', description: 'what was done to this object', param: 'subjectId' },
  { flags: '--person <user-id>', description: 'whose matter it is', param: 'personId' },
  { flags: '--action <name>', description: "such as partner.approved, or 'partner.*'" },
  { flags: '--kind <type>', description: 'kind of the object', param: 'subjectType' },
  { flags: '--impersonator <user-id>', description: 'staff behind it', param: 'impersonatorId' },
  { flags: '--ip <address>', description: 'from this address' },
  { flags: '--request-id <id>', description: 'of this request', param: 'requestId' },
  { flags: '--search <words>', description: 'in the reason', param: 'q' },
]

export const [sinceFilter] = periodFilters()
