/*
 * Runs ace commands. A command boots the application only when its options say startApp.
 */
await import('reflect-metadata')
const { Ignitor } = await import('@adonisjs/core')
const { explainStartError } = await import('../app/core/support/start_errors.js')
const { stopOnSignals } = await import('../app/core/support/lifecycle.js')

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) =>
  filePath.startsWith('./') || filePath.startsWith('../')
    ? import(new URL(filePath, APP_ROOT).href)
    : import(filePath)

new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    stopOnSignals(app)
  })
  .ace()
  .handle(process.argv.splice(2))
  .catch((error) => {
    process.exitCode = 1
    process.stderr.write(`${explainStartError(error)}\n`)
  })
