/*
 * The OpenAPI 3.1 document, made of what the program itself says: routes (address, who may call),
 * controllers (docstring, statuses, validators), validators (their JSON Schema) and the types of
 * what controllers return. Nothing is written beside them, so nothing can differ from them.
 */
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { accessByRoute } from '#impersonation/access'
import { callsOutside, ignoresKey } from '#core/idempotency/routes'
import { API_VERSION } from '#core/http/version'
import type { Audience } from '#auth/access'
import { readMethod, type ControllerMethod } from './controller_methods.js'
import { readSource, responseTypes, transformerTypes, type Source } from './program.js'
import { documentPath, endpoints, inWords, type Endpoint } from './routes.js'
import { schemaOf, withReferences, type Schema } from './type_schema.js'
import { merged, mended } from './validator_schema.js'

const SENTENCES: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'Not logged in',
  403: 'Logged in, but not allowed',
  404: "There is no such object, or it is not the caller's",
  409: 'The state of the object does not allow it',
  413: 'The body is too large',
  415: 'A content type that this route does not read',
  417: 'An Expect header with anything but 100-continue',
  422: 'Invalid fields, all of them at once',
  429: 'Too many requests; Retry-After says when to come back',
  503: 'Busy or down for a moment; Retry-After says when to come back',
}

const ERRORS: Schema = {
  type: 'object',
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: { type: 'string', pattern: '^E_[A-Z0-9_]+$' },
          message: { type: 'string' },
          field: { type: 'string' },
          rule: { type: 'string' },
        },
        // what some codes tell more: state, version, variantIds ...
        additionalProperties: true,
        required: ['code', 'message'],
      },
      minItems: 1,
    },
    requestId: { type: 'string' },
  },
  required: ['errors', 'requestId'],
}

/** Makes the whole document. The routes must be loaded. */
export async function makeDocument(root: string): Promise<Schema> {
  const source = readSource(root)
  const answers = responseTypes(source)
  const components = new Map<string, Schema>()
  for (const [name, type] of transformerTypes(source)) {
    const schema = schemaOf(source.checker, type)
    const isNew = ![...components.values()].some((one) => same(one, schema))
    if (schema.type === 'object' && isNew) components.set(name, schema)
  }

  const paths: Record<string, Schema> = {}
  for (const endpoint of endpoints()) {
    const type = answers.get(endpoint.name)
    const isBare = !type || type.flags & ts.TypeFlags.VoidLike
    const answer = isBare ? undefined : withReferences(schemaOf(source.checker, type), components)
    const path = documentPath(endpoint.pattern)
    paths[path] ??= {}
    paths[path][endpoint.method.toLowerCase()] = await operation(source, endpoint, answer)
  }

  const schemas = Object.fromEntries([
    ...[...components].map(([name, schema]) => [name, ownReferences(name, schema, components)]),
    ['Errors', ERRORS],
  ])
  return {
    openapi: '3.1.0',
    info: {
      'title': 'Souk',
      'version': API_VERSION,
      'description': 'A headless marketplace and operations backend.',
      // clients ask here before they send X-Dry-Run: a server that does not know it would obey
      'x-dry-run': true,
    },
    servers: [{ url: '/' }],
    tags: tagsOf(paths),
    paths,
    components: {
      schemas: sorted(schemas),
      responses: Object.fromEntries(
        Object.entries(SENTENCES).map(([status, description]) => [
          `Error${status}`,
          { description, content: json({ $ref: '#/components/schemas/Errors' }) },
        ])
      ),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'souk_access' },
        impersonation: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Impersonation-Token',
          description:
            'Staff who look through the eyes of a client or partner; any other route: 403',
        },
      },
    },
  }
}

/** A component refers to the others it holds, not to itself. */
function ownReferences(name: string, schema: Schema, components: Map<string, Schema>): Schema {
  return withReferences(schema, new Map([...components].filter(([other]) => other !== name)))
}

async function operation(source: Source, endpoint: Endpoint, answer?: Schema): Promise<Schema> {
  const method = endpoint.controller && readController(source, endpoint.controller)
  const input = method && (await inputOf(method))
  const isWrite = endpoint.method !== 'GET'
  const takesBody = isWrite && endpoint.method !== 'DELETE'
  return {
    operationId: endpoint.name,
    summary: method?.summary ?? '',
    description: whoMayCall(endpoint.audiences),
    tags: [endpoint.name.split('.')[0]],
    ...(endpoint.publishedAs.length > 0 && { 'x-published-as': endpoint.publishedAs }),
    security: securityOf(endpoint),
    parameters: [
      ...pathParameters(endpoint),
      ...(input && !takesBody ? queryParameters(input) : []),
      ...(takesBody && !ignoresKey(endpoint.name) ? [IDEMPOTENCY_KEY] : []),
      ...(isWrite && isForStaff(endpoint) ? [REASON] : []),
      ...(isWrite && isForStaff(endpoint) && !callsOutside(endpoint.name) ? [DRY_RUN] : []),
    ],
    ...(takesBody && requestBody(method, input)),
    responses: responses(endpoint, method, answer, input),
  }
}

function readController(
  source: Source,
  { specifier, method }: { specifier: string; method: string }
) {
  const file = `${source.root}/${specifier.replace('#app/', 'app/')}.ts`
  return readMethod(source, file, method)
}

async function inputOf(method: ControllerMethod): Promise<Schema | undefined> {
  if (method.validators.length === 0) return undefined
  const schemas = await Promise.all(
    method.validators.map(async ({ file, name }) => {
      const module: Record<string, any> = await import(pathToFileURL(file).href)
      return mended(module[name].toJSONSchema())
    })
  )
  return merged(schemas)
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'One effect and one answer per key: the same request sent again changes nothing',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const REASON = {
  name: 'X-Reason',
  in: 'header',
  required: false,
  description: 'Why, for the audit trail; percent-encoded where not plain ASCII',
  schema: { type: 'string', minLength: 1, maxLength: 500 },
}

const DRY_RUN = {
  name: 'X-Dry-Run',
  in: 'header',
  required: false,
  description: 'Do everything, roll it back, and tell the changes in meta.dryRun',
  schema: { type: 'string', const: '1' },
}

function isForStaff({ audiences }: Endpoint): boolean {
  return audiences.some((audience) => typeof audience === 'object')
}

function pathParameters({ params }: Endpoint): Schema[] {
  return params.map(({ name, match }) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(match && { pattern: match.source }) },
  }))
}

function queryParameters({ properties = {}, required = [] }: Schema): Schema[] {
  return Object.entries<Schema>(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name) && name !== 'limit',
    schema: name === 'limit' ? { ...schema, default: 20 } : schema,
  }))
}

function requestBody(method?: ControllerMethod, input?: Schema): Schema {
  if (method && method.fileFields.length > 0) {
    const files = method.fileFields.map((field) => [
      field,
      { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
    ])
    const properties = { ...input?.properties, ...Object.fromEntries(files) }
    const schema = { ...(input ?? { type: 'object' }), properties }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (!input) return {}
  const isRequired = (input.required ?? []).length > 0
  return { requestBody: { required: isRequired, content: json(input) } }
}

function responses(
  endpoint: Endpoint,
  method: ControllerMethod | undefined,
  answer: Schema | undefined,
  input?: Schema
): Schema {
  const set = method && method.statuses.length > 0 ? [...new Set(method.statuses)] : [200]
  const found: Schema = {}
  for (const status of set) found[status] = success(status, method, answer)
  for (const status of errorStatuses(endpoint, input))
    found[status] = { $ref: `#/components/responses/Error${status}` }
  return found
}

function success(status: number, method?: ControllerMethod, answer?: Schema): Schema {
  if (status === 204) return { description: 'Done' }
  if (status === 302) return { description: 'Go on at the address in Location', headers: LOCATION }
  const types = method?.mediaTypes ?? []
  if (types.length > 0)
    return {
      description: 'Success',
      content: Object.fromEntries(
        types.map((type) => [
          type,
          { schema: type === 'application/json' ? { type: 'object' } : {} },
        ])
      ),
    }
  const bytes = { 'application/octet-stream': { schema: {} } }
  return { description: 'Success', content: answer ? json(answer) : bytes }
}

function errorStatuses({ method, params }: Endpoint, input?: Schema): number[] {
  const takesBody = method === 'POST' || method === 'PUT' || method === 'DELETE'
  return [
    400,
    // open routes too: with the token of an impersonation
    401,
    403,
    ...(params.length > 0 ? [404, 409] : []),
    ...(takesBody ? [404, 409, 413, 415] : []),
    ...(namesObject(input) ? [404] : []),
    417,
    ...(input || takesBody ? [422] : []),
    429,
    503,
  ]
}

/** Whether one of the fields is the id of something that may be missing. */
function namesObject(input?: Schema): boolean {
  return Object.values<Schema>(input?.properties ?? {}).some(({ pattern }) =>
    ID_FIELD.test(pattern)
  )
}

const ID_FIELD = /^\^[a-z]{3}_/

const LOCATION = { Location: { required: true, schema: { type: 'string', format: 'uri' } } }

const OPEN = new Set(['public', 'probe', 'signed webhook'])

function securityOf({ name, audiences }: Endpoint): Schema[] {
  const isOpen = audiences.some((audience) => typeof audience === 'string' && OPEN.has(audience))
  if (isOpen) return []
  const impersonation = accessByRoute().has(name) ? [{ impersonation: [] }] : []
  return [{ bearer: [] }, { cookie: [] }, ...impersonation]
}

function whoMayCall(audiences: Audience[]): string {
  const words = inWords(audiences)
  return words === 'public' ? 'For everybody.' : `For: ${words}.`
}

function tagsOf(paths: Record<string, Schema>): { name: string }[] {
  const names = Object.values(paths).flatMap((path) =>
    Object.values(path).flatMap((one) => one.tags as string[])
  )
  return [...new Set(names)].sort().map((name) => ({ name }))
}

function json(schema: Schema) {
  return { 'application/json': { schema } }
}

function same(one: Schema, other: Schema): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function sorted(entries: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)))
}
