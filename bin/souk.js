#!/usr/bin/env node
/*
 * Launcher of the souk CLI: finds a Node new enough, then loads the program (the TypeScript source
 * in a checkout, the compiled file in a build). Kept free of dependencies so that it starts fast.
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
  const compiled = new URL('../cli/main.js', import.meta.url)
  await import(
    existsSync(compiled) ? compiled.href : new URL('../cli/main.ts', import.meta.url).href
  )
}
