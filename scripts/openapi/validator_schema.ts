import type { Schema } from './type_schema.js'

/**
 * A validator's own JSON Schema with Vine's peculiarities mended: a boolean comes as a list of nine
 * spellings, unknown members are dropped rather than refused, and a number with a default is
 * called required.
 */
export function mended(schema: Schema): Schema {
  if (Array.isArray(schema)) return schema.map(mended) as unknown as Schema
  if (schema === null || typeof schema !== 'object') return schema
  const { additionalProperties, required, ...rest } = schema
  if (Array.isArray(rest.enum) && rest.enum.includes('on') && rest.enum.includes(true))
    return { type: 'boolean' }
  const out: Schema = {}
  for (const [key, value] of Object.entries(rest))
    out[key] =
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(value as Schema).map(([name, part]) => [name, mended(part as Schema)])
          )
        : typeof value === 'object'
          ? mended(value as Schema)
          : value
  if (typeof additionalProperties === 'object')
    out.additionalProperties = mended(additionalProperties)
  if (Array.isArray(required) && required.length > 0) out.required = [...required].sort()
  return out
}

/** Two validators of one method check different parts of the same body. */
export function merged(schemas: Schema[]): Schema {
  if (schemas.length === 1) return schemas[0]
  return {
    type: 'object',
    properties: Object.assign({}, ...schemas.map((schema) => schema.properties)),
    required: [...new Set(schemas.flatMap((schema) => schema.required ?? []))].sort(),
  }
}
