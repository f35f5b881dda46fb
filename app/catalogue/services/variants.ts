import { OptionsTaken, SkuTaken } from '#catalogue/errors'
import { isDuplicate } from '#core/database/driver_errors'
import type { Transaction } from '#core/database/write'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'

export interface PriceInput {
  /** in minor units */
  amount: number
  currency: string
  compareAt?: number | null
}

export interface VariantInput {
  /** made up when not given */
  sku?: string
  options?: Record<string, string>
  prices: PriceInput[]
  /** null: no stock is kept */
  stock: number | null
  position?: number
}

type GivenVariant = Omit<VariantInput, 'stock'> & { stock?: number | null }

/** What POST /products says about variants: all of them, or the only one at the top. */
interface ProductInput extends Partial<GivenVariant> {
  billingInterval?: string | null
  variants?: GivenVariant[]
}

/**
 * Without a word about stock a product has none yet; one that is paid again and again is a service,
 * of which no stock is kept.
 */
export function variantsOfProduct({
  billingInterval,
  variants,
  sku,
  prices,
  stock,
}: ProductInput): VariantInput[] {
  const given = variants ?? [{ sku, prices: prices!, stock }]
  return given.map((variant) => ({
    ...variant,
    stock: variant.stock === undefined ? (billingInterval ? null : 0) : variant.stock,
  }))
}

interface Place {
  listingId: string
  partnerId: string
  actorId: string
  /** how the fields are called in the request: 'variants.0.' */
  path: string
}

export const MAX_VARIANTS = 50

/**
 * Adds a variant with its prices and opening stock. The caller holds the partner's row.
 *
 * @throws SkuTaken (409)
 */
export async function insertVariant(trx: Transaction, input: VariantInput, place: Place) {
  const id = newId('variant')
  const now = clock.now()
  const row = {
    id,
    listing_id: place.listingId,
    partner_id: place.partnerId,
    sku: input.sku ?? id.slice(-12).toUpperCase(),
    options: optionsText(input.options ?? {}),
    position: input.position ?? 0,
    is_active: true,
    tracks_stock: input.stock !== null,
    on_hand: input.stock ?? 0,
    created_at: now,
    updated_at: now,
  }
  await refusingTakenSku(`${place.path}sku`, () => trx.insertQuery().table('variants').insert(row))
  await insertPrices(trx, id, input.prices)
  if (input.stock)
    await trx.insertQuery().table('stock_moves').insert({
      variant_id: id,
      quantity: input.stock,
      kind: 'opening',
      actor_id: place.actorId,
      created_at: now,
    })
  return id
}

/** Gives a variant exactly these prices. */
export async function replacePrices(trx: Transaction, variantId: string, prices: PriceInput[]) {
  await trx.from('variant_prices').where({ variant_id: variantId }).delete()
  await insertPrices(trx, variantId, prices)
}

async function insertPrices(trx: Transaction, variantId: string, prices: PriceInput[]) {
  const rows = prices.map(({ amount, currency, compareAt }) => ({
    variant_id: variantId,
    currency,
    amount,
    compare_at_amount: compareAt ?? null,
  }))
  await trx.insertQuery().table('variant_prices').multiInsert(rows)
}

/** @throws SkuTaken (409) when `work` meets the unique key */
export async function refusingTakenSku(field: string, work: () => PromiseLike<unknown>) {
  try {
    await work()
  } catch (error) {
    if (isDuplicate(error)) throw new SkuTaken(field)
    throw error
  }
}

/** The same options always make the same text, whatever their order. */
export function optionsText(options: Record<string, string>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(options).sort()))
}

/**
 * Two variants of a product can be told apart. The caller holds the partner's row.
 *
 * @throws OptionsTaken (409)
 */
export async function assertOptionsFree(
  trx: Transaction,
  { listingId, variantId, options }: { listingId: string; variantId?: string; options: string }
) {
  const others = await activeVariants(trx, listingId)
  if (others.some((other) => other.id !== variantId && other.options === options))
    throw new OptionsTaken('options')
}

export interface ActiveVariant {
  id: string
  options: string
}

/** The variants of a listing that are still sold, at most fifty. */
export function activeVariants(trx: Transaction, listingId: string): Promise<ActiveVariant[]> {
  return trx
    .from('variants')
    .where({ listing_id: listingId, is_active: true })
    .orderBy('position')
    .orderBy('id')
    .select('id', 'options') as unknown as Promise<ActiveVariant[]>
}
