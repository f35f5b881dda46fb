/*
 * What staff saw stays on record: rows of these tables are added, never changed or deleted.
 */
const STAYING = ['impersonation_requests', 'impersonation_notes']
const DEEDS = ['UPDATE', 'DELETE']

interface Rule {
  name: string
  on: string
  message: string
}

const RULES: Rule[] = STAYING.flatMap((table) =>
  DEEDS.map((deed) => ({
    name: `${table}_no_${deed.toLowerCase()}`,
    on: `BEFORE ${deed} ON ${table}`,
    message: `${table.replace('_', ' ')} stay as they are`,
  }))
)

export const IMPERSONATION_TRIGGERS = {
  sqlite: RULES.map(
    ({ name, on, message }) =>
      `CREATE TRIGGER ${name} ${on} FOR EACH ROW BEGIN SELECT RAISE(ABORT, '${message}'); END`
  ),
  mysql: RULES.map(
    ({ name, on, message }) =>
      `CREATE TRIGGER ${name} ${on} FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${message}'`
  ),
}
