/*
 * Everything between a fresh clone and a running Souk, each step only when it is needed: packages,
 * Node 24, .env with fresh secrets, the database with its reference data and demo marketplace.
 * Plain JavaScript without dependencies: it must run on Node 18 and later, before `npm ci`.
 */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findNode24 } from './local_node.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) fail(`${command} cannot be started: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

function installPackages() {
  const mark = 'node_modules/.package-lock.json'
  const isFresh =
    existsSync(mark) && statSync(mark).mtimeMs >= statSync('package-lock.json').mtimeMs
  if (isFresh) return
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink())
    // npm would follow the link and empty the folder that others use
    return console.error('node_modules is a symbolic link: its packages are taken as they are.')
  console.error('Installing packages (about 20 seconds) ...')
  run('npm', [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ])
}

/** npm 10 drops this link when it skips the package of another platform. */
function linkNode() {
  const link = 'node_modules/.bin/node'
  const target = `../node-${process.platform}-${process.arch}/bin/node`
  const isThere = lstatSync(link, { throwIfNoEntry: false }) !== undefined
  if (!isThere && existsSync(`node_modules/.bin/${target}`)) symlinkSync(target, link)
}

function writeEnvironment() {
  if (existsSync('.env')) return
  const secret = () => randomBytes(32).toString('base64url')
  const text = readFileSync('.env.example', 'utf8')
    .replace(/^APP_KEY=.*$/m, `APP_KEY=${secret()}`)
    .replace(/^JWT_SECRET=.*$/m, `JWT_SECRET=${secret()}`)
  writeFileSync('.env', text, { mode: 0o600 })
  console.error('Wrote .env with fresh secrets.')
}

function prepareDatabase() {
  const node = findNode24()
  if (!node)
    fail(
      `Souk needs Node.js 24 or later (this is ${process.version}), and npm has none for this platform.`
    )
  run(node, ['--import=@poppinss/ts-exec', 'bin/prepare.ts'])
}

try {
  installPackages()
  linkNode()
  writeEnvironment()
  mkdirSync('tmp', { recursive: true })
  if (!process.argv.includes('--no-db')) prepareDatabase()
} catch (error) {
  if (['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(error.code))
    fail(
      `${error.path ?? 'This folder'} cannot be written (${error.code}): give this user the right to, or move the checkout.`
    )
  throw error
}
