import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, DAY, HOUR } from '#core/support/clock'
import FindBestPartners from '#inquiries/queries/find_best_partners'
import { categoryPath } from '#inquiries/queries/category_path'
import { write } from '#core/database/write'
import { ratingPoints, responsePoints } from '#partners/services/merit'
import { onSphere } from '#partners/services/reach_grid'
import { refreshReach } from '#partners/services/reach'
import { makeCategory, makeLocation, makePartners, type Corner } from '#tests/helpers/marketplace'

/** The same every time, so that a failure can be looked at again. */
function random(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Wish extends Corner {
  budgetMin: number
  budgetMax: number
  except: string[]
}

const CURRENCY = 'EUR'

/** The rule once more, read from the tables of partners alone: slow and plain. */
async function bestByHand(wish: Wish, wanted: number, now: number) {
  const { ids: categoryIds } = await categoryPath(db.connection() as any, wish.categoryId)
  const here = await db.from('locations').where('id', wish.locationId).firstOrFail()
  const partners = await db
    .from('partners')
    .join('locations', 'locations.id', 'partners.location_id')
    .whereIn(
      'partners.id',
      db.from('partner_categories').whereIn('category_id', categoryIds).select('partner_id')
    )
    .select('partners.*', 'locations.latitude', 'locations.longitude')
  return partners
    .filter((partner) => isEligible(partner, wish, kmBetween(here, partner)))
    .map((partner) => ({
      id: partner.id as string,
      lastLeadAt: Number(partner.last_lead_at),
      score: scoreOf(partner, wish, kmBetween(here, partner), now),
    }))
    .sort((a, b) => b.score - a.score || a.lastLeadAt - b.lastLeadAt || (a.id < b.id ? -1 : 1))
    .slice(0, wanted)
}

function isEligible(partner: any, wish: Wish, km: number): boolean {
  return (
    partner.status === 'approved' &&
    partner.availability === 'available' &&
    partner.open_leads < 20 &&
    partner.rate_currency === CURRENCY &&
    Number(partner.rate_min) <= wish.budgetMax &&
    Number(partner.rate_max) >= wish.budgetMin &&
    (partner.location_id === wish.locationId || km <= partner.radius_km) &&
    !wish.except.includes(partner.id)
  )
}

function scoreOf(partner: any, wish: Wish, km: number, now: number): number {
  const [min, max] = [Number(partner.rate_min), Number(partner.rate_max)]
  const overlap = Math.min(max, wish.budgetMax) - Math.max(min, wish.budgetMin)
  const narrow = Math.min(max - min, wish.budgetMax - wish.budgetMin)
  const waited = Math.max(0, now - Number(partner.last_lead_at))
  return (
    ratingPoints(partner.rating_sum, partner.rating_count) +
    responsePoints(partner.leads_offered, partner.leads_answered, partner.open_leads) +
    (narrow <= 0 ? 200_000 : Math.floor((200_000 * overlap) / narrow + 0.5)) +
    Math.floor((150_000 * 50) / (50 + km) + 0.5) +
    Math.min(100_000, Math.floor(waited / 6048))
  )
}

function kmBetween(a: any, b: any): number {
  const [p, q] = [onSphere(a), onSphere(b)]
  return 6371 * Math.acos(Math.min(1, p.x * q.x + p.y * q.y + p.z * q.z))
}

async function find(wish: Wish, wanted: number, now: number) {
  const place = await db.from('locations').where('id', wish.locationId).firstOrFail()
  return write(async (trx) => {
    const { ids: categoryIds } = await categoryPath(trx, wish.categoryId)
    return new FindBestPartners().execute(trx, {
      place,
      wanted,
      except: wish.except,
      demand: {
        categoryIds,
        currency: CURRENCY,
        budgetMin: wish.budgetMin,
        budgetMax: wish.budgetMax,
        locationId: wish.locationId,
        ...onSphere(place),
        now,
      },
    })
  })
}

test.group('FindBestPartners', () => {
  test('finds exactly the best of all who are eligible', async ({ assert }) => {
    const next = random(7)
    const now = clock.now()
    const between = (low: number, high: number) => Math.floor(low + next() * (high - low))
    const parent = await makeCategory()
    const child = await makeCategory(parent)
    const other = await makeCategory()
    const cities = [
      await makeLocation(52.52, 13.4),
      await makeLocation(52.4, 13.06),
      await makeLocation(53.55, 10),
      await makeLocation(48.14, 11.58),
    ]
    const overrides = () => {
      const low = between(0, 40_000)
      const count = between(0, 40)
      const offered = between(0, 30)
      return {
        status: next() < 0.9 ? 'approved' : 'suspended',
        availability: next() < 0.9 ? 'available' : 'away',
        radius_km: [0, 10, 40, 300, 700][between(0, 5)],
        rate_min: low,
        rate_max: low + between(0, 60_000),
        rate_currency: next() < 0.9 ? CURRENCY : 'USD',
        rating_count: count,
        rating_sum: count * between(2, 6),
        leads_offered: offered,
        leads_answered: between(0, offered + 1),
        open_leads: next() < 0.95 ? between(0, 20) : 20,
        last_lead_at: next() < 0.3 ? 0 : now - between(0, 9 * DAY),
      }
    }
    const everybody: string[] = []
    for (const locationId of cities)
      for (const categoryId of [parent, child, other])
        everybody.push(...(await makePartners({ categoryId, locationId }, 60, overrides)))
    const inBoth = everybody.slice(0, 20)
    await write(async (trx) => {
      const rows = inBoth.map((id) => ({ partner_id: id, category_id: child }))
      await trx.insertQuery().table('partner_categories').multiInsert(rows)
      await refreshReach(trx, inBoth)
    })

    for (let round = 0; round < 60; round++) {
      const low = between(0, 60_000)
      const wish = {
        categoryId: next() < 0.7 ? child : parent,
        locationId: cities[between(0, cities.length)],
        budgetMin: low,
        budgetMax: low + between(0, 30_000),
        except: everybody.filter(() => next() < 0.1),
      }
      const wanted = between(1, 12)
      const found = await find(wish, wanted, now)
      const expected = await bestByHand(wish, wanted, now)
      assert.lengthOf(found, expected.length)
      for (const [position, candidate] of found.entries())
        assert.closeTo(candidate.score, expected[position].score, 1)
      assert.sameMembers(
        found.map((candidate) => candidate.partnerId),
        expected.map((candidate) => candidate.id)
      )
    }
  })

  test('looks past hundreds of better-rated partners when others fit better', async ({
    assert,
  }) => {
    const now = clock.now()
    const corner = { categoryId: await makeCategory(), locationId: await makeLocation(40, -3) }
    await makePartners(corner, 120, (index) => ({
      rating_count: 10,
      rating_sum: 44,
      rate_min: 0,
      rate_max: 10_100 + index,
      last_lead_at: now - HOUR,
    }))
    const fitting = await makePartners(corner, 6, () => ({ rating_count: 10, rating_sum: 41 }))
    const wish = { ...corner, budgetMin: 10_000, budgetMax: 50_000, except: [] }
    const found = await find(wish, 5, now)
    assert.includeMembers(
      fitting,
      found.map((candidate) => candidate.partnerId)
    )
    assert.deepEqual(
      found.map((candidate) => candidate.partnerId),
      [...fitting].sort().slice(0, 5)
    )
  })
})
