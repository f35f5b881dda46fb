import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

const APP_ROOT = new URL('../../', import.meta.url)

/** Runs something inside the application, as the commands do, on the database of the environment. */
export async function inApp(work: () => Promise<void>) {
  const importer = (path: string) =>
    path.startsWith('.') ? import(new URL(path, APP_ROOT).href) : import(path)
  const app = new Ignitor(APP_ROOT, { importer }).createApp('console')
  await app.init()
  await import('#start/env')
  await app.boot()
  try {
    await app.start(work)
  } finally {
    await app.terminate()
  }
}
