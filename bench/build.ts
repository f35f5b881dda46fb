import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Process, type Environment } from '../tests/faults/processes.js'

/** Makes the production build in build/, as `npm run build` does. @throws when it fails */
export function makeBuild() {
  const { status, stdout } = spawnSync(process.execPath, ['ace.js', 'build'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ace build failed:\n${stdout}`)
}

/** A server of the production build. */
export function builtServer(name: string, env: Environment, folder: string) {
  return new Process(name, [join('build', 'bin', 'server.js')], env, folder)
}
