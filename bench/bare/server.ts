/*
 * AdonisJS with nothing but its body parser: what our own stack is measured against.
 */
import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'

const APP_ROOT = new URL('./', import.meta.url)

await new Ignitor(APP_ROOT, {
  importer: (path) => import(path.startsWith('.') ? new URL(path, APP_ROOT).href : path),
})
  .tap((app) => app.listen('SIGTERM', () => app.terminate()))
  .httpServer()
  .start()
