/*
 * What staff saw stays on record: rows of these tables are added, never changed or deleted. One
 * change is let through: when the account that they looked at is erased, the words that may name its
 * owner (an address with its query, a note) are blanked; who looked when at what stays.
 */
import { triggersOf, type TriggerRule } from '#database/triggers/rules'

const STAYING = [
  {
    table: 'impersonation_requests',
    words: 'path',
    kept: ['id', 'impersonation_id', 'method', 'route', 'status', 'request_id', 'created_at'],
  },
  {
    table: 'impersonation_notes',
    words: 'text',
    kept: ['id', 'impersonation_id', 'created_at'],
  },
]

function isErasure({ words, kept }: (typeof STAYING)[number]): string {
  return [
    `NEW.\`${words}\` = ''`,
    ...kept.map((column) => `(NEW.${column} <=> OLD.${column})`),
    `EXISTS (SELECT 1 FROM impersonations i JOIN users u ON u.id = i.client_id
               WHERE i.id = OLD.impersonation_id AND u.status = 'deleted')`,
  ].join(' AND ')
}

const RULES: TriggerRule[] = STAYING.flatMap((one) => {
  const { table } = one
  const message = `${table.replace('_', ' ')} stay as they are`
  return [
    {
      name: `${table}_no_update`,
      on: `BEFORE UPDATE ON ${table}`,
      when: `NOT (${isErasure(one)})`,
      message,
    },
    { name: `${table}_no_delete`, on: `BEFORE DELETE ON ${table}`, when: '1 = 1', message },
  ]
})

export const IMPERSONATION_TRIGGERS = triggersOf(RULES)
