/*
 * How columns become TypeScript, the same from both databases: times and money are integers, so a
 * bigint is a number; flags and JSON have decorators of their own.
 */
import type { SchemaRules } from '@adonisjs/lucid/types/schema_generator'

const number = { tsType: 'number', imports: [], decorators: [{ name: '@column' }] }
const text = { tsType: 'string', imports: [], decorators: [{ name: '@column' }] }

function own(decorator: string, tsType: string) {
  return {
    tsType,
    imports: [{ source: '#database/columns', namedImports: [decorator] }],
    decorators: [{ name: `@${decorator}` }],
  }
}

export default {
  types: { bigint: number, number, DateTime: number, string: text },
  columns: {
    created_at: number,
    updated_at: number,
    is_active: own('flag', 'boolean'),
    is_default: own('flag', 'boolean'),
    is_open: own('flag', 'boolean'),
    is_featured: own('flag', 'boolean'),
    is_public: own('flag', 'boolean'),
    tracks_stock: own('flag', 'boolean'),
    has_package: own('flag', 'boolean'),
    industries: own('jsonList', 'string[]'),
    category_ids: own('jsonList', 'string[]'),
    languages: own('jsonList', 'string[]'),
    location_ids: own('jsonList', 'string[]'),
    score_parts: own('jsonObject', 'Record<string, number>'),
  },
} satisfies SchemaRules
