import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'
import { generateRegistry } from '@tuyau/core/hooks'
import { indexJobs } from './scripts/index_jobs.js'

/** The barrels are made from folders by domain; docs/adr/0001-by-domain.md says why. */
const byDomain = { source: 'app', importAlias: '#app' }

export default defineConfig({
  experimental: {},

  commands: [() => import('@adonisjs/core/commands'), () => import('@adonisjs/lucid/commands')],

  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    {
      file: () => import('@adonisjs/core/providers/repl_provider'),
      environment: ['repl', 'test'],
    },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/cors/cors_provider'),
    () => import('@adonisjs/drive/drive_provider'),
    () => import('@adonisjs/redis/redis_provider'),
    () => import('#core/providers/database_guard_provider'),
    () => import('#core/providers/http_provider'),
    () => import('#core/providers/background_provider'),
  ],

  preloads: [
    () => import('#start/validator'),
    () => import('#start/kernel'),
    { file: () => import('#start/events'), environment: ['web', 'console', 'test', 'repl'] },
    { file: () => import('#start/routes'), environment: ['web', 'console', 'test', 'repl'] },
  ],

  tests: {
    suites: [
      { name: 'unit', files: ['tests/unit/**/*.spec.{ts,js}'], timeout: 60_000 },
      { name: 'functional', files: ['tests/functional/**/*.spec.{ts,js}'], timeout: 120_000 },
      { name: 'conventions', files: ['tests/conventions/**/*.spec.{ts,js}'], timeout: 60_000 },
      { name: 'flows', files: ['tests/flows/**/*.spec.{ts,js}'], timeout: 120_000 },
      { name: 'cli', files: ['tests/cli/**/*.spec.{ts,js}'], timeout: 120_000 },
    ],
    forceExit: false,
  },

  metaFiles: [
    { pattern: 'bin/souk.js', reloadServer: false },
    { pattern: 'scripts/local_node.mjs', reloadServer: false },
    { pattern: 'database/seeders/reference/*.tsv', reloadServer: false },
    { pattern: 'app/core/openapi/openapi.json', reloadServer: false },
  ],

  hooks: {
    init: [
      indexEntities({
        controllers: { ...byDomain, glob: ['**/controllers/**/*_controller.ts'] },
        events: { ...byDomain, glob: ['**/events/*.ts'] },
        listeners: { ...byDomain, glob: ['**/listeners/*.ts'] },
        transformers: {
          ...byDomain,
          enabled: true,
          glob: ['**/transformers/**/*_transformer.ts'],
        },
      }),
      indexJobs(byDomain),
      generateRegistry(),
    ],
  },
})
