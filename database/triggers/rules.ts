/*
 * Rules that the database itself keeps, whoever asks: one list, spelled for both databases.
 */
import logger from '@adonisjs/core/services/logger'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** managed servers with a binary log: they want log_bin_trust_function_creators */
const TRIGGERS_NOT_ALLOWED = 1419

export interface TriggerRule {
  name: string
  /** BEFORE UPDATE ON table */
  on: string
  /** what is refused; null-safe equality is spelled `<=>`, as MySQL does */
  when: string
  message: string
}

export interface TriggerStatements {
  sqlite: string[]
  mysql: string[]
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

export function triggersOf(rules: TriggerRule[]): TriggerStatements {
  return {
    sqlite: rules.map(
      ({ name, on, when, message }) =>
        `CREATE TRIGGER ${name} ${on} FOR EACH ROW WHEN ${when.replaceAll('<=>', 'IS')}
       BEGIN SELECT RAISE(ABORT, ${quoted(message)}); END`
    ),
    mysql: rules.map(
      ({ name, on, when, message }) =>
        `CREATE TRIGGER ${name} ${on} FOR EACH ROW
       BEGIN IF ${when} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = ${quoted(message)}; END IF; END`
    ),
  }
}

/** Creates them; where the server allows none, `withoutThem` says what holds instead. */
export async function createTriggers(
  db: QueryClientContract,
  statements: TriggerStatements,
  withoutThem: string
) {
  const dialect = db.dialect.name === 'mysql' ? 'mysql' : 'sqlite'
  for (const statement of statements[dialect])
    await db.rawQuery(statement).catch((error) => {
      if (error.errno !== TRIGGERS_NOT_ALLOWED) throw error
      logger.warn(`this MySQL allows no triggers: ${withoutThem}`)
    })
}
