import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/lucid'
import { tuneSqliteConnection } from '#core/database/sqlite_connection'
import { tuneMysqlConnection } from '#core/database/mysql_connection'
import { mysqlServer } from '#core/database/mysql_server'

const migrations = {
  naturalSort: true,
  paths: ['database/migrations'],
  disableRollbacksInProduction: true,
}

/* Tables of SQLite's full text search: no model stands for them. */
const schemaGeneration = {
  enabled: true,
  rulesPaths: ['./database/schema_rules.js'],
  excludeTables: [
    ...['partner', 'listing'].flatMap((owner) => [
      `${owner}_texts`,
      `${owner}_words`,
      ...['config', 'data', 'docsize', 'idx'].map((part) => `${owner}_words_${part}`),
    ]),
  ],
}

/* What a statement was asked with names people: an error, and the log behind it, says only the statement. */
const discreet = { compileSqlOnError: false } as object

const dbConfig = defineConfig({
  connection: env.get('DB_CONNECTION'),
  connections: {
    sqlite: {
      client: 'better-sqlite3',
      connection: { filename: app.makePath(env.get('DB_FILE')) },
      useNullAsDefault: true,
      ...discreet,
      /* One connection: SQLite has one writer anyway, and better-sqlite3 runs in this thread. */
      pool: { min: 1, max: 1, acquireTimeoutMillis: 20_000, afterCreate: tuneSqliteConnection },
      migrations,
      schemaGeneration,
    },
    mysql: {
      client: 'mysql2',
      ...discreet,
      connection: {
        ...mysqlServer(),
        charset: 'utf8mb4',
        timezone: 'Z',
        ...({ connectTimeout: 5_000 } as object), // mysql2's option; Lucid's types do not list it
      },
      pool: {
        min: 0,
        max: env.get('DB_POOL_MAX'),
        acquireTimeoutMillis: 5_000,
        createTimeoutMillis: 5_000, // a connection that hangs half made must not hold its place
        afterCreate: tuneMysqlConnection,
      },
      migrations,
      schemaGeneration,
    },
  },
})

export default dbConfig
