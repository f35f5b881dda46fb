import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#core/actor'
import { NotFound } from '#core/errors'
import { receiveFiles } from '#core/files/receive'
import { storeImage, type StagedFile } from '#core/files/store'
import ChangePortfolio, { MAX_IMAGES } from '#partners/actions/change_portfolio'
import GetOwnPartner from '#partners/queries/get_own_partner'
import ListPortfolio from '#partners/queries/list_portfolio'
import PortfolioEntryTransformer from '#partners/transformers/portfolio_entry_transformer'
import { portfolioChangeValidator, portfolioEntryValidator } from '#partners/validators/profile'

const IMAGES = { field: 'images', maxCount: MAX_IMAGES, maxBytes: 8 * 1024 ** 2 }

/** The pieces of work that a partner shows. */
@inject()
export default class PortfolioEntriesController {
  constructor(
    private getOwnPartner: GetOwnPartner,
    private listPortfolio: ListPortfolio,
    private changePortfolio: ChangePortfolio
  ) {}

  /** Own entries in their order. */
  async index({ actor, serialize }: HttpContext) {
    return serialize(PortfolioEntryTransformer.transform(await this.#entriesOf(actor!)))
  }

  /** Add an entry; as multipart with up to 8 files in `images`, or as JSON without any. */
  async store(ctx: HttpContext) {
    const actor = ctx.actor!
    const files = await receiveImages(ctx)
    const words = await ctx.request.validateUsing(portfolioEntryValidator)
    const images = await stage(files, actor)
    const entryId = await this.changePortfolio.add({ actor, ...words, images })
    ctx.response.status(201)
    return ctx.serialize(await this.#entry(actor, entryId))
  }

  /** Change an entry: words, the images that stay (`imageIds`), new files in `images`. */
  async update(ctx: HttpContext) {
    const actor = ctx.actor!
    const entryId: string = ctx.params.entryId
    const files = await receiveImages(ctx)
    const change = await ctx.request.validateUsing(portfolioChangeValidator)
    await this.#entry(actor, entryId)
    const images = await stage(files, actor)
    await this.changePortfolio.change({ actor, entryId, ...change, images })
    return ctx.serialize(await this.#entry(actor, entryId))
  }

  /** Remove an entry with its images. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.changePortfolio.remove({ actor: actor!, entryId: params.entryId })
    response.status(204)
  }

  async #entriesOf(actor: Actor) {
    const { id } = await this.getOwnPartner.execute(actor)
    return this.listPortfolio.execute(id)
  }

  async #entry(actor: Actor, entryId: string) {
    const entry = (await this.#entriesOf(actor)).find(({ id }) => id === entryId)
    if (!entry) throw new NotFound()
    return PortfolioEntryTransformer.transform(entry)
  }
}

async function receiveImages(ctx: HttpContext) {
  if (!ctx.request.is(['multipart/form-data'])) return []
  return receiveFiles(ctx, { ...IMAGES, accept: ['image'], optional: true })
}

type Received = Awaited<ReturnType<typeof receiveFiles>>

async function stage(files: Received, actor: Actor): Promise<StagedFile[]> {
  const staged: StagedFile[] = []
  for (const file of files)
    staged.push(await storeImage(file, { ownerId: actor.id, purpose: 'portfolio' }))
  return staged
}
