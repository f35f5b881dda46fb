/*
 * Brings the database up to date and fills in what every Souk needs: the schema, the reference data
 * and, once, the demo marketplace (development only). Part of `npm start`; safe to run again.
 */
await import('reflect-metadata')
const { Ignitor } = await import('@adonisjs/core')
const { explainStartError } = await import('../app/core/support/start_errors.js')

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) =>
  filePath.startsWith('./') || filePath.startsWith('../')
    ? import(new URL(filePath, APP_ROOT).href)
    : import(filePath)

const ignitor = new Ignitor(APP_ROOT, { importer: IMPORTER })
const app = ignitor.createApp('console')

try {
  await app.init()
  await import('#start/env')
  await app.boot()
  await app.start(async () => {
    const { migrate } = await import('#core/database/migrate')
    const { seed } = await import('#database/seeders/seed')
    await migrate()
    await seed({ withDemo: app.inDev })
  })
} catch (error) {
  process.stderr.write(`${explainStartError(error as Error)}\n`)
  process.exitCode = 1
} finally {
  await app.terminate()
}
