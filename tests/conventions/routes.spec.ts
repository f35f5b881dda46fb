import { readdir, readFile } from 'node:fs/promises'
import env from '#start/env'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { PUBLISHED_SPELLINGS } from '#start/published_spellings'
import { endpoints, inWords } from '../../scripts/openapi/routes.js'
import { makeDocument } from '../../scripts/openapi/document.js'
import { operations, readDocument } from '#tests/helpers/openapi'
import { loadRows } from '#tests/matrix/matrix'

interface ListedEndpoint {
  area: string
  method: string
  path: string
  published: string
  who: string
  state: string
}

async function listed(): Promise<ListedEndpoint[]> {
  const text = await readFile(app.makePath('docs/endpoints.tsv'), 'utf8')
  const lines = text.trimEnd().split('\n').slice(1)
  return lines.map((line) => {
    const [area, method, path, published, who, , state] = line.split('\t')
    return { area, method, path, published, who, state }
  })
}

const shortPath = (pattern: string) => pattern.replace('/api/v1', '')
const addressOf = ({ method, pattern }: { method: string; pattern: string }) =>
  `${method} ${shortPath(pattern)}`

test.group('every route', () => {
  test('has a name and says who may call it', ({ assert }) => {
    const silent = endpoints().filter(({ name, audiences }) => !name || audiences.length === 0)
    assert.deepEqual(silent.map(addressOf), [])
  })

  test('has exactly one row in the permission matrix', async ({ assert }) => {
    const rows = (await loadRows()).map(({ route }) => route)
    const routed = endpoints().map(({ name }) => name)
    const twice = rows.filter((route, index) => rows.indexOf(route) !== index)
    assert.deepEqual({ twice, unknown: minus(rows, routed), without: minus(routed, rows) }, NONE)
  })

  test('is an operation of the OpenAPI document, with a summary', async ({ assert }) => {
    const known = await operations()
    const routed = endpoints().map(({ name }) => name)
    const silent = [...known.values()].filter((one: any) => !one.summary)
    assert.deepEqual(minus(routed, [...known.keys()]), [])
    assert.deepEqual(minus([...known.keys()], routed), [])
    assert.deepEqual(silent, [])
  })

  test('answers JSON only in the envelope', async ({ assert }) => {
    const { paths } = await readDocument()
    const bare: string[] = []
    for (const operation of Object.values<any>(paths).flatMap((path) => Object.values<any>(path)))
      for (const [status, answer] of Object.entries<any>(operation.responses)) {
        const schema = answer.content?.['application/json']?.schema
        if (schema && !isWrapped(schema) && operation.operationId !== 'openapi.show')
          bare.push(`${operation.operationId} ${status}`)
      }
    assert.deepEqual(bare, [])
  })

  test('stands in docs/endpoints.tsv with the same audience', async ({ assert }) => {
    const rows = await listed()
    const wrong = endpoints().flatMap((endpoint) => {
      const address = addressOf(endpoint)
      const row = rows.find(({ method, path }) => `${method} ${path}` === address)
      if (!row) return [`${address} is not listed`]
      const found = inWords(endpoint.audiences)
      return [
        ...(row.state === 'built' ? [] : [`${address} is routed, but marked ${row.state}`]),
        ...(isSameAudience(row.who, found) ? [] : [`${address}: "${row.who}", routed: "${found}"`]),
      ]
    })
    assert.deepEqual(wrong, [])
  })

  test('that docs/endpoints.tsv calls built is there', async ({ assert }) => {
    const routed = endpoints().map(addressOf)
    const built = (await listed()).filter(({ state }) => state === 'built')
    assert.deepEqual(
      minus(
        built.map(({ method, path }) => `${method} ${path}`),
        routed
      ),
      []
    )
  })

  test('is described in docs/api', async ({ assert }) => {
    const names = await readdir(app.makePath('docs/api'))
    const texts = await Promise.all(
      names.map((name) => readFile(app.makePath('docs/api', name), 'utf8'))
    )
    const all = texts.join('\n')
    const silent = endpoints()
      .map(addressOf)
      .filter(
        (address) => !all.includes(address) && !all.includes(address.replace(' ', ' /api/v1'))
      )
    assert.deepEqual(silent, [])
  })
})

test.group('the OpenAPI document', () => {
  test('is up to date: npm run codegen', async ({ assert }) => {
    const fresh = await makeDocument(app.appRoot.pathname.replace(/\/$/, ''))
    assert.deepEqual(JSON.parse(JSON.stringify(fresh)), await readDocument())
  }).timeout(120_000)
})

test.group('every published spelling', () => {
  test('of a built endpoint is listed, and leads to the same route', async ({ assert }) => {
    const rows = (await listed()).filter(({ state, published }) => state === 'built' && published)
    const wrong: string[] = []
    for (const { method, path, published } of rows) {
      const target = PUBLISHED_SPELLINGS.find(([spelling]) => spelling === published)?.[1]
      if (target !== `${method} ${path}`) wrong.push(`${published} is not in the spellings`)
      const [publishedMethod, publishedPath] = published.split(' ')
      const [one, other] = await Promise.all([
        ask(publishedMethod, `/api${publishedPath.replace(':id', /:\w+/.exec(path)?.[0] ?? '')}`),
        ask(method, `/api/v1${path}`),
      ])
      if (one !== other) wrong.push(`${published} answers ${one}, ${method} ${path} ${other}`)
    }
    assert.deepEqual(wrong, [])
  })

  test('leads to an address that docs/endpoints.tsv knows', async ({ assert }) => {
    const known = (await listed()).map(({ method, path }) => `${method} ${path}`)
    assert.deepEqual(
      minus(
        PUBLISHED_SPELLINGS.map(([, target]) => target),
        known
      ),
      []
    )
  })
})

const NONE = { twice: [], unknown: [], without: [] }

/** A page may say more than data; nothing says less. */
function isWrapped(schema: any): boolean {
  if (schema.anyOf) return schema.anyOf.every(isWrapped)
  return Boolean(schema.properties?.data)
}

/** "owner" and "participant" are logged-in people whom a query's WHERE decides. */
function isSameAudience(written: string, routed: string): boolean {
  const words = (text: string) =>
    text
      .replace(/\s*\([^)]*\)/g, '')
      .split(', ')
      .sort()
  const expected = words(written)
  const found = words(routed)
  const isOwned = expected.some((word) => OWNERS.has(word))
  if (!isOwned) return expected.join() === found.join()
  const others = expected.filter((word) => !OWNERS.has(word))
  const rest = found.filter((word) => !others.includes(word))
  return (
    minus(others, found).length === 0 && rest.length > 0 && rest.every((one) => PEOPLE.has(one))
  )
}

const OWNERS = new Set(['owner', 'its partner', 'participant'])
const PEOPLE = new Set(['user', 'client', 'partner'])

/** The status and error of an address without a token; every parameter is an id of nothing. */
async function ask(method: string, path: string): Promise<string> {
  const address = path.replace(/:\w+/g, (name) => `${prefixOf(name)}_01h455vb4pex5vsknk084sn02q`)
  const response = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}${address}`, {
    method,
    headers: method === 'GET' ? {} : { 'content-type': 'application/json' },
    body: method === 'GET' ? undefined : '{}',
  })
  const body: any = await response.json()
  return `${response.status} ${body.errors?.[0]?.code ?? 'data'}`
}

/** A published spelling takes any id; the canonical one only its kind's. */
function prefixOf(name: string): string {
  const kinds: Record<string, string> = {
    ':categoryId': 'cat',
    ':userId': 'usr',
    ':partnerId': 'prt',
    ':reviewId': 'rev',
  }
  return kinds[name] ?? 'cat'
}

function minus(from: string[], what: string[]): string[] {
  return from.filter((one) => !what.includes(one))
}
