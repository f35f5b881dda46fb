import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'

const DOCUMENT = new URL('../../app/core/openapi/openapi.json', import.meta.url)

export interface Operation {
  operationId: string
  method: string
  path: string
  responses: Record<string, unknown>
  requestBody?: { content: Record<string, { schema: Record<string, any> }> }
  parameters: { name: string; in: string; schema: Record<string, any> }[]
}

/** The committed document, as the server gives it out. */
export async function readDocument(): Promise<any> {
  return JSON.parse(await readFile(DOCUMENT, 'utf8'))
}

/** Every operation of the document by its id, which is the route's name. */
export async function operations(): Promise<Map<string, Operation>> {
  const { paths } = await readDocument()
  const found = new Map<string, Operation>()
  for (const [path, methods] of Object.entries<any>(paths))
    for (const [method, operation] of Object.entries<any>(methods))
      found.set(operation.operationId, { ...operation, method: method.toUpperCase(), path })
  return found
}

type Check = (route: string, status: number, body: unknown) => string | null

/** The same document, but an object has only members that it names, or said to allow any. */
function closed(schema: any): any {
  if (Array.isArray(schema)) return schema.map(closed)
  if (schema === null || typeof schema !== 'object') return schema
  const members = Object.entries(schema).map(([key, value]) => [key, closed(value)])
  const isNamed = typeof schema.properties === 'object' && String(schema.type).includes('object')
  return { ...(isNamed && { additionalProperties: false }), ...Object.fromEntries(members) }
}

/**
 * Compares real answers with the document; says what is wrong, or null.
 *
 * @param isClosed members that the document does not name are wrong, too
 */
export async function answerChecker({ isClosed = false } = {}): Promise<Check> {
  const open = await readDocument()
  const document = isClosed ? closed(open) : open
  const known = await operations()
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ ...document, $id: 'souk' }, 'souk')

  return (route, status, body) => {
    const operation = known.get(route)
    if (!operation) return `${route} is not in the document`
    if (!operation.responses[status]) return `${route}: ${status} is not in the document`
    const pointer = schemaPointer(document, operation, status)
    if (!pointer) return null
    const validate = ajv.getSchema(`souk#${pointer}`) ?? ajv.compile({ $ref: `souk#${pointer}` })
    return validate(body) ? null : `${route} ${status}: ${ajv.errorsText(validate.errors)}`
  }
}

/** Where the schema of a JSON answer stands in the document; none for files and empty answers. */
function schemaPointer(document: any, operation: Operation, status: number): string | undefined {
  if (status >= 400) return '/components/schemas/Errors'
  const { path, method } = operation
  const answer = document.paths[path][method.toLowerCase()].responses[status]
  if (!answer.content?.['application/json']?.schema) return undefined
  const segments = ['paths', path, method.toLowerCase(), 'responses', String(status)]
  return [...segments, 'content', 'application/json', 'schema']
    .map((segment) => `/${encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('')
}
