import { HttpContext } from '@adonisjs/core/http'
import {
  BaseSerializer,
  BaseTransformer,
  Collection,
  Item,
  Maybe,
} from '@adonisjs/core/transformers'
import type { UnpackAsTopLevelCollection } from '@adonisjs/core/types/transformers'
import type { PageMeta } from '#core/support/page'

/** The envelope of every success: `{data}`, and `{data, meta}` for a page of a list. */
class ApiSerializer extends BaseSerializer<{ Wrap: 'data'; PaginationMetaData: PageMeta }> {
  wrap = 'data' as const

  definePaginationMetaData(metaData: unknown): PageMeta {
    return metaData as PageMeta
  }
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Wraps what a transformer made, or plain data, into the success envelope. */
    serialize: ApiSerializer['serialize']

    /** The same for one keyset page: `{data: [...], meta: {nextCursor, limit, ...}}`. */
    serializePage<C extends Collection<any, any, any>, M extends PageMeta = PageMeta>(
      rows: C,
      meta: M
    ): Promise<UnpackAsTopLevelCollection<C, 'data'> & { meta: M }>
  }
}

/**
 * What the framework's serializer answers, made at once: that one awaits every value of every row
 * and asks the container for each transformer, which takes most of the time of a list. So a
 * transformer has what it needs in its hands: it awaits nothing and has nothing injected.
 *
 * `most` is how deep answers may lie within answers: one level, unless the answer says otherwise.
 */
function answerOf(value: Answer, depth: number, most?: number): unknown {
  const { transformer: Transformer, transformerData, variant } = value
  const [resource, rest] = transformerData
  const one = (row: unknown) => {
    const values = new Transformer(row, ...rest)[variant]()
    if (values instanceof Promise) throw new TypeError(`${Transformer.name} must not wait`)
    return valuesOf(values, depth, most)
  }
  return value instanceof Collection ? resource.map(one) : one(resource)
}

function valuesOf(input: object, depth: number, most?: number): object {
  const output: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(input))
    if (!isAnswer(value)) output[key] = value
    else if (most === undefined || depth < most)
      output[key] = answerOf(value, depth + 1, most ?? value.maxDepth)
  return output
}

function topOf(value: object): unknown {
  if (isAnswer(value)) return answerOf(value, 0)
  const output: Record<string, unknown> = { ...value }
  for (const key in output) {
    const one = output[key]
    if (isAnswer(one)) output[key] = answerOf(one, 0)
  }
  return output
}

/** What `Transformer.transform` gives, as it is inside. */
interface Answer {
  transformer: new (...resource: any[]) => Record<string, () => object>
  transformerData: [resource: any, rest: unknown[]]
  variant: string
  maxDepth?: number
}

function isAnswer(value: unknown): value is Answer {
  return value instanceof Item || value instanceof Collection
}

/**
 * The framework takes a stack trace for every answer, for a message that it may have to give later:
 * dearer than the answer. Without a trace, an answer that lacks its object fails where it is made.
 */
BaseTransformer.transform = function (this: any, data: unknown, ...rest: unknown[]) {
  const value = data instanceof Maybe ? data.value : data
  if (value === null || (value === undefined && data instanceof Maybe)) return value
  const Kind = Array.isArray(value) ? Collection : Item
  return new Kind([value, rest], this, 1, 'toObject', UNTRACED as never)
} as any

const UNTRACED = new Error('There is nothing to answer with')

HttpContext.macro('serialize', ((value: object) => ({ data: topOf(value) })) as any)

HttpContext.macro('serializePage', ((rows: object, meta: PageMeta) => ({
  data: topOf(rows),
  meta,
})) as any)
