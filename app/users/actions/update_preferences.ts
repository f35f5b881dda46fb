import type { Actor } from '#core/actor'
import { insertedOnce } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { clock } from '#core/support/clock'

export interface PreferenceChanges {
  industries?: string[]
  categoryIds?: string[]
  languages?: string[]
  locationIds?: string[]
}

/** Changes what a user is interested in; lists that were not sent stay as they are. */
export default class UpdatePreferences {
  /** @throws InvalidField (422) for a category or place that does not exist */
  async execute({ actor, ...changes }: PreferenceChanges & { actor: Actor }) {
    await write(async (trx) => {
      await assertExist(trx, 'categories', 'categoryIds', changes.categoryIds)
      await assertExist(trx, 'locations', 'locationIds', changes.locationIds)
      const row = { ...columnsOf(changes), updated_at: clock.now() }
      const none = { industries: '[]', category_ids: '[]', languages: '[]', location_ids: '[]' }
      const isNew = { user_id: actor.id, ...none, ...row }
      if (await insertedOnce(trx, 'user_preferences', isNew)) return
      await trx.from('user_preferences').where({ user_id: actor.id }).update(row)
    })
  }
}

async function assertExist(trx: Transaction, table: string, field: string, ids: string[] = []) {
  if (ids.length === 0) return
  const known = await trx.from(table).whereIn('id', ids).where('is_active', 1).select('id')
  const missing = ids.find((id) => !known.some((row) => row.id === id))
  if (missing) throw new InvalidField(field, 'exists', `There is no ${missing} to choose`)
}

function columnsOf({ industries, categoryIds, languages, locationIds }: PreferenceChanges) {
  const columns = Object.entries({
    industries,
    category_ids: categoryIds,
    languages,
    location_ids: locationIds,
  })
  return Object.fromEntries(
    columns.filter(([, list]) => list).map(([column, list]) => [column, JSON.stringify(list)])
  )
}
