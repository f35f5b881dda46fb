import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import BrowseListings, { type ListingSearch } from '#catalogue/queries/browse_listings'
import ListEvents from '#catalogue/queries/list_events'
import ListStaffListings from '#catalogue/queries/list_staff_listings'
import { categoryTree } from '#categories/queries/category_tree'
import { makeListing } from '#tests/helpers/catalogue'
import { makeCategory, makeCorner, makePartner } from '#tests/helpers/marketplace'
import { planOf } from '#tests/helpers/plans'

const PAGE = { limit: 20 }

interface Asked {
  sql: string
  bindings?: readonly unknown[]
}

/** What was asked while `work` ran. */
async function queriesOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = []
  const connection = db.connection().getReadClient()
  const listen = (query: Asked) => asked.push(query)
  connection.on('query', listen)
  await work().finally(() => connection.off('query', listen))
  return asked
}

const isPage = ({ sql }: Asked) => /order by .*limit/is.test(sql) && /listings/.test(sql)

test.group('the lists of the catalogue', () => {
  test('are read in order from an index', async ({ assert }) => {
    const partner = await makePartner(await makeCorner())
    const { categoryId } = await makeListing({ partner })
    const base = { kind: 'product' as const, place: '' }
    const searches: [ListingSearch, index: RegExp][] = [
      [{ ...base, sort: 'newest' }, /listings_is_public_kind_id_index/],
      [{ ...base, sort: 'newest', categoryId }, /listings_is_public_kind_category_id_id_index/],
      [
        { ...base, sort: 'newest', partnerId: partner.partnerId },
        /listings_is_public_partner_id_kind_id_index/,
      ],
      [{ ...base, sort: 'newest', featured: true }, /listings_is_public_kind_is_featured_id_index/],
      [{ ...base, sort: 'rating' }, /listings_is_public_kind_rating_score_id_index/],
      [{ ...base, sort: 'best_selling' }, /listings_is_public_kind_sold_count_id_index/],
      [{ ...base, sort: 'price', currency: 'EUR' }, /listing_prices_by_kind/],
      [{ ...base, sort: '-price', currency: 'EUR', categoryId }, /listing_prices_by_category/],
    ]
    for (const [search, index] of searches) {
      const asked = await queriesOf(() => new BrowseListings().execute(PAGE, search))
      const plan = await planOf('listings', asPlan(asked.find(isPage)!))
      assert.match(plan, index)
      assert.notMatch(plan, /TEMP B-TREE|filesort/i, JSON.stringify(search))
    }
    const others: [() => Promise<unknown>, index: RegExp][] = [
      [
        () => new ListEvents().execute(PAGE, { place: '' }),
        /listings_is_public_kind_ends_at_id_index/,
      ],
      [() => new ListStaffListings().execute(PAGE, {}), /listings_created_at_id_index/],
      [
        () => new ListStaffListings().execute(PAGE, { moderation: 'pending' }),
        /listings_moderation_created_at_id_index/,
      ],
      [
        () => new ListStaffListings().execute(PAGE, { moderation: 'pending', kind: 'event' }),
        /listings_moderation_kind_id_index/,
      ],
      [
        () => new ListStaffListings().execute(PAGE, { since: 1, until: 2 }),
        /listings_created_at_id_index/,
      ],
      [
        () => new ListStaffListings().execute(PAGE, { kind: 'event', since: 1, until: 2 }),
        /listings_kind_id_index/,
      ],
      [
        () => new ListStaffListings().execute(PAGE, { partnerId: partner.partnerId }),
        /listings_partner_id_created_at_id_index/,
      ],
    ]
    for (const [work, index] of others) {
      const plan = await planOf('listings', asPlan((await queriesOf(work)).find(isPage)!))
      assert.match(plan, index)
      assert.notMatch(plan, /TEMP B-TREE|filesort/i)
    }
  })

  test('ask as much for a page of one as for a page of many', async ({ assert }) => {
    const categoryId = await makeCategory()
    const search = { kind: 'product' as const, place: 'DE', sort: 'newest' as const, categoryId }
    await makeListing({ categoryId })
    const ask = async () => {
      await categoryTree() // is remembered, unless a test adds categories
      return queriesOf(() => new BrowseListings().execute(PAGE, search))
    }
    const one = await ask()
    for (let made = 0; made < 5; made++) await makeListing({ categoryId, variants: 2 })
    const many = await ask()
    assert.equal(many.length, one.length)
    assert.isAtMost(one.length, 8)
  })
})

const asPlan = ({ sql, bindings }: Asked) => ({ toSQL: () => ({ sql, bindings }) })
