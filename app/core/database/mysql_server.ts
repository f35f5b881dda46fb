import env from '#start/env'

/** Where the database server is and who we are there, as mysql2 wants it. */
export function mysqlServer() {
  return {
    host: env.get('DB_HOST'),
    port: env.get('DB_PORT'),
    user: env.get('DB_USER'),
    password: env.get('DB_PASSWORD'),
    database: env.get('DB_DATABASE'),
  }
}
