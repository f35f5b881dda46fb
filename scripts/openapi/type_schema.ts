import ts from 'typescript'

export type Schema = Record<string, any>

const MAX_DEPTH = 24

/** JSON Schema of a TypeScript type, as JSON.stringify would put it on the wire. */
export function schemaOf(checker: ts.TypeChecker, type: ts.Type, depth = 0): Schema {
  if (depth > MAX_DEPTH) return {}
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {}
  if (type.isUnion()) return unionSchema(checker, type, depth)
  return literalSchema(checker, type) ?? objectSchema(checker, type, depth)
}

function literalSchema(checker: ts.TypeChecker, type: ts.Type): Schema | undefined {
  if (type.isStringLiteral()) return { type: 'string', enum: [type.value] }
  if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] }
  if (type.flags & ts.TypeFlags.BooleanLiteral)
    return { type: 'boolean', enum: [checker.typeToString(type) === 'true'] }
  if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' }
  if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' }
  if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' }
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' }
  return undefined
}

function unionSchema(checker: ts.TypeChecker, type: ts.UnionType, depth: number): Schema {
  const members = type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined))
  const schemas = mergeEnums(members.map((member) => schemaOf(checker, member, depth + 1)))
  if (schemas.length === 1) return schemas[0]
  const plain = schemas.every((schema) => Object.keys(schema).join() === 'type')
  if (plain) return { type: schemas.map((schema) => schema.type).sort() }
  return { anyOf: sortedByText(schemas) }
}

/** 'a' | 'b' -> one enum; true | false -> boolean. */
function mergeEnums(schemas: Schema[]): Schema[] {
  const others = schemas.filter((schema) => !schema.enum)
  const merged = ['boolean', 'number', 'string'].flatMap((type) => {
    const values = schemas
      .filter((schema) => schema.enum && schema.type === type)
      .flatMap((schema) => schema.enum)
    if (values.length === 0) return []
    if (type === 'boolean' && values.length === 2) return [{ type }]
    return [{ type, enum: [...new Set(values)].sort() }]
  })
  return [...others, ...merged]
}

function objectSchema(checker: ts.TypeChecker, type: ts.Type, depth: number): Schema {
  if (checker.isArrayLikeType(type)) {
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    return { type: 'array', items: element ? schemaOf(checker, element, depth + 1) : {} }
  }
  const values = checker.getIndexTypeOfType(type, ts.IndexKind.String)
  const properties: Schema = {}
  const required: string[] = []
  for (const member of [...type.getProperties()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const value = checker.getTypeOfSymbol(member)
    if (isNeverSent(value)) continue
    properties[member.name] = schemaOf(checker, value, depth + 1)
    const isOptional = member.flags & ts.SymbolFlags.Optional || includesUndefined(value)
    if (!isOptional) required.push(member.name)
  }
  const saysNothing = Object.keys(properties).length === 0 && !values
  if (saysNothing) return {} // what the serializer's types leave of `unknown`
  return {
    type: 'object',
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...(values && { additionalProperties: schemaOf(checker, values, depth + 1) }),
  }
}

function isNeverSent(type: ts.Type): boolean {
  return Boolean(type.flags & ts.TypeFlags.Undefined) || type.getCallSignatures().length > 0
}

function includesUndefined(type: ts.Type): boolean {
  return type.isUnion() && type.types.some(({ flags }) => flags & ts.TypeFlags.Undefined)
}

export function sortedByText(schemas: Schema[]): Schema[] {
  return [...schemas].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** Replaces every part that is exactly a named component by a reference to it. */
export function withReferences(schema: unknown, components: Map<string, Schema>): any {
  const names = new Map([...components].map(([name, value]) => [JSON.stringify(value), name]))
  const replace = (part: unknown): unknown => {
    if (part === null || typeof part !== 'object') return part
    const name = names.get(JSON.stringify(part))
    if (name) return { $ref: `#/components/schemas/${name}` }
    if (Array.isArray(part)) return part.map(replace)
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, replace(value)]))
  }
  return replace(schema)
}
