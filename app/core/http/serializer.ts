import { HttpContext } from '@adonisjs/core/http'
import { BaseSerializer, type Collection } from '@adonisjs/core/transformers'
import type { UnpackAsTopLevelCollection } from '@adonisjs/core/types/transformers'

export interface PageMeta {
  /** goes into ?cursor= of the next page; null on the last one */
  nextCursor: string | null
  limit: number
  /** only with ?count=true */
  total?: number
}

/** The envelope of every success: `{data}`, and `{data, meta}` for a page of a list. */
class ApiSerializer extends BaseSerializer<{ Wrap: 'data'; PaginationMetaData: PageMeta }> {
  wrap = 'data' as const

  definePaginationMetaData(metaData: unknown): PageMeta {
    return metaData as PageMeta
  }
}

const serializer = new ApiSerializer()

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

HttpContext.instanceProperty('serialize', function (this: HttpContext, value: any): any {
  return serializer.serialize(value, this.containerResolver)
})

HttpContext.instanceProperty(
  'serializePage',
  async function (this: HttpContext, rows: any, meta: PageMeta): Promise<any> {
    const answer: any = await serializer.serialize(rows, this.containerResolver)
    return { ...answer, meta }
  }
)
