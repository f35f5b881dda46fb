import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { controllers } from '#generated/controllers'
import { jobs } from '#generated/jobs'
import { listeners } from '#generated/listeners'

/** Folders whose files wire themselves by their suffix: a wrong one would be silently missing. */
const SUFFIXES: Record<string, string> = {
  controllers: '_controller.ts',
  transformers: '_transformer.ts',
  jobs: '_job.ts',
  tasks: '_task.ts',
  middleware: '_middleware.ts',
}

const BARRELS: Record<string, string> = {
  controllers: '.adonisjs/server/controllers.ts',
  transformers: '.adonisjs/client/data.d.ts',
  jobs: '.adonisjs/server/jobs.ts',
  listeners: '.adonisjs/server/listeners.ts',
  events: '.adonisjs/server/events.ts',
}

async function filesOf(pattern: string): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob(pattern, { cwd: app.appRoot })) found.push(file)
  return found.sort()
}

const read = (file: string) => readFile(app.makePath(file), 'utf8')

test.group('every file', () => {
  test('of a folder that wires its files has the right suffix', async ({ assert }) => {
    const wrong: string[] = []
    for (const [folder, suffix] of Object.entries(SUFFIXES))
      for (const file of await filesOf(`app/**/${folder}/**/*.ts`))
        if (!file.endsWith(suffix)) wrong.push(file)
    assert.deepEqual(wrong, [])
  })

  test('of a folder with a barrel is in it', async ({ assert }) => {
    const missing: string[] = []
    for (const [folder, barrel] of Object.entries(BARRELS)) {
      const text = await read(barrel)
      for (const file of await filesOf(`app/**/${folder}/**/*.ts`))
        if (!text.includes(`#${file.replace(/\.ts$/, '')}'`)) missing.push(`${file}: ${barrel}`)
    }
    assert.deepEqual(missing, [])
  })

  test('imports only what its rung of the ladder may see', async ({ assert }) => {
    const { ESLint } = await import('eslint')
    const eslint = new ESLint({ cwd: app.makePath() })
    const results = await eslint.lintFiles(['app/**/*.ts'])
    const broken = results.flatMap(({ filePath, messages }) =>
      messages
        .filter(({ ruleId }) => ruleId === 'no-restricted-imports')
        .map(({ line, message }) => `${filePath}:${line} ${message}`)
    )
    assert.deepEqual(broken, [])
  }).timeout(180_000)

  test('that docs/api needs is there: one for each domain with routes', async ({ assert }) => {
    const domains: string[] = []
    for (const file of await filesOf('app/*/routes.ts'))
      if (/\.allow\(/.test(await read(file))) domains.push(file.split('/')[1])
    const written = (await filesOf('docs/api/*.md')).map((file) => basename(file, '.md'))
    assert.deepEqual(
      domains.filter((domain) => !written.includes(domain)),
      []
    )
  })
})

test.group('every name', () => {
  test('of a controller, job and listener exists once and loads', async ({ assert }) => {
    const names: string[] = []
    for (const [kind, barrel] of Object.entries({ controllers, jobs, listeners }))
      for (const [name, load] of entriesOf(barrel, kind)) {
        const module: any = await load()
        names.push(name)
        assert.isFunction(module.default, name)
      }
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      []
    )
  })
})

test.group('every table', () => {
  test('of a migration is in the generated schema', async ({ assert }) => {
    const schema = await read('database/schema.ts')
    const missing: string[] = []
    for (const file of await filesOf('database/migrations/*.ts'))
      for (const [, table] of (await read(file)).matchAll(/createTable\(\s*'(\w+)'/g))
        if (
          !schema.includes(`static table = '${table}'`) &&
          !schema.includes(`class ${classOf(table)}`)
        )
          missing.push(table)
    assert.deepEqual(missing, [])
  })

  test('with ids of our own has a model that knows it makes them', async ({ assert }) => {
    const wrong: string[] = []
    for (const file of await filesOf('app/**/models/*.ts')) {
      const { default: model } = await import(`#app/${file.slice(4).replace(/\.ts$/, '')}`)
      model.boot()
      const isOwn = /declare id: string/.test(await schemaClass(model))
      if (isOwn && !model.selfAssignPrimaryKey) wrong.push(file)
    }
    assert.deepEqual(wrong, [])
  })
})

test.group('every page of the documentation', () => {
  test('names files that are there', async ({ assert }) => {
    const pages = [
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      ...(await filesOf('docs/**/*.md')),
    ]
    const missing: string[] = []
    for (const page of pages)
      for (const [, file] of (await read(page)).matchAll(NAMED_FILE))
        if (!existsSync(app.makePath(file))) missing.push(`${page}: ${file}`)
    assert.deepEqual(missing, [])
  })
})

/** `app/…`, `tests/…` and the like between backticks: a file with its ending, or a folder with its slash. */
const NAMED_FILE =
  /`((?:app|bench|cli|commands|config|database|docs|scripts|start|tests)\/[\w./-]*(?:\.\w+|\/))`/g

function entriesOf(barrel: object, path: string): [string, () => Promise<unknown>][] {
  return Object.entries(barrel).flatMap(([key, value]) =>
    typeof value === 'function'
      ? [[`${path}.${key}`, value] as [string, () => Promise<unknown>]]
      : entriesOf(value, `${path}.${key}`)
  )
}

/** sessions -> SessionSchema, categories -> CategorySchema */
function classOf(table: string): string {
  const singular = table
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch)es$/, '$1')
    .replace(/([^s])s$/, '$1')
  return singular.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase()) + 'Schema'
}

/** The text of the generated class that a model extends. */
async function schemaClass(model: object): Promise<string> {
  const schema = await read('database/schema.ts')
  const name = Object.getPrototypeOf(model).name
  return schema.split(`class ${name} `)[1]?.split('\nexport class')[0] ?? ''
}
