/*
 * Two real servers on the tests' own database, with the tests' own keys: what one does acts on both,
 * and actors of the tests are known to them. Jobs stay with the tests.
 */
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import {
  environmentOf,
  freePort,
  isUp,
  scratchFolder,
  souk,
  until,
  type Environment,
  type Process,
} from '#tests/faults/processes'

export interface Server {
  /** with the prefix of the API */
  url: string
  process: Process
}

/** @param name of the folder that they log to */
export async function startServers(name: string): Promise<Server[]> {
  const folder = scratchFolder(name)
  const shared: Environment = environmentOf(folder, {
    APP_KEY: env.get('APP_KEY').release(),
    JWT_SECRET: env.get('JWT_SECRET').release(),
    DB_FILE: app.makePath(env.get('DB_FILE')),
    WORKER_IN_SERVER: 'no',
  })
  const servers = await Promise.all(
    ['one', 'two'].map(async (each) => {
      const port = await freePort()
      const process = souk.server(each, { ...shared, PORT: String(port) }, folder).start()
      return { url: `http://127.0.0.1:${port}/api/v1`, process }
    })
  )
  for (const { url } of servers)
    await until(`${url} answers`, () => isUp(url.replace('/api/v1', '')), 120_000)
  return servers
}

export async function stopServers(servers: Server[]) {
  for (const { process } of servers) await process.stop('SIGKILL')
}
