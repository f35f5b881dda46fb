/*
 * Before `npm pack`: the souk CLI as JavaScript in dist/, because Node strips no types below
 * node_modules, where an installed package lies. The manifest beside it tells the version.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.cli.json'], {
  // npm reads the name of the tarball from stdout
  stdio: ['ignore', 'ignore', 'inherit'],
})
copyFileSync('package.json', 'dist/package.json')
