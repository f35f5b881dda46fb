/*
 * Entry point of the ace commands. The framework needs Node 24; on an older Node this file starts
 * itself again under the Node that `npm ci` brought (package.json, optionalDependencies).
 * `node ace build` writes an ace.js of its own into build/.
 */
if (Number.parseInt(process.versions.node, 10) < 24 && !process.env.ACE_REEXEC) {
  const { runUnderLocalNode } = await import('./scripts/local_node.mjs')
  process.exit(await runUnderLocalNode(import.meta.filename, process.argv.slice(2)))
}

await import('@poppinss/ts-exec')
await import('./bin/console.js')
