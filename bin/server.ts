/*
 * The HTTP server's process. In the embedded form it also runs the jobs and the schedule.
 */
await import('reflect-metadata')
const { Ignitor } = await import('@adonisjs/core')
const { explainStartError } = await import('../app/core/support/start_errors.js')
const { stopOnSignals } = await import('../app/core/support/lifecycle.js')

function refuseStart(error: Error): never {
  process.stderr.write(`${explainStartError(error)}\n`)
  process.exit(1)
}

// it reads the environment, which may be wrong
const { createServer } = await import('../app/core/http/node_server.js').catch(refuseStart)

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
  .httpServer()
  .start(createServer)
  .then(async () => {
    const { default: env } = await import('#start/env')
    const { welcome } = await import('../app/core/support/welcome.js')
    if (env.get('NODE_ENV') === 'development')
      process.stdout.write(`${welcome(env.get('APP_URL'))}\n`)
    const { openCountries } = await import('../app/core/geo/country_of_ip.js')
    await openCountries()
    const { collectStartGarbage } = await import('../app/core/support/start_garbage.js')
    collectStartGarbage()
  })
  .catch(refuseStart)
