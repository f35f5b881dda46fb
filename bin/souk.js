#!/usr/bin/env node
/*
 * Launcher of the souk CLI: finds a Node new enough, then loads the program: the TypeScript source
 * in a checkout, the compiled file in a build (cli/) or an installed package (dist/, made by
 * scripts/prepack.mjs). Kept free of dependencies so that it starts fast.
 */
import module from 'node:module'
import { existsSync } from 'node:fs'

if (Number.parseInt(process.versions.node, 10) < 24) {
  const { runUnderLocalNode } = await import('../scripts/local_node.mjs')
  process.exitCode = await runUnderLocalNode(
    import.meta.filename ?? process.argv[1],
    process.argv.slice(2)
  )
} else {
  module.enableCompileCache?.()
  const candidates = ['../cli/main.js', '../cli/main.ts', '../dist/cli/main.js']
  const found = candidates
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url))
  await import(found.href)
}
