import db from '@adonisjs/lucid/services/db'
import { insertedOnce } from '#core/database/conditional'
import { write } from '#core/database/write'
import SaveAddress from '#users/actions/save_address'
import type { TestActor } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { makeRegion } from '#tests/helpers/regions'

/** Nobody lives there (Bouvet Island), so no region of the reference data serves it. */
export const HOME_COUNTRY = 'BV'

/** An address of a client, in a country of the reference data or HOME_COUNTRY. */
export async function addAddress(client: TestActor, country = HOME_COUNTRY): Promise<string> {
  if (country === HOME_COUNTRY) await homeRegion()
  const { id } = await new SaveAddress().add({
    actor: asActor(client),
    label: 'Home',
    recipient: 'Test client',
    line1: 'Main Street 1',
    city: 'Town',
    country,
    phone: '+4930123456',
  })
  return id
}

/** Gives a client somewhere to send things to, unless there is an address already. */
export async function needsAddress(client: TestActor) {
  const known = await db.from('addresses').where('user_id', client.user.id).first()
  if (!known) await addAddress(client)
}

/** A region in euros without tax, so that tests which are about neither need not know. */
async function homeRegion() {
  const known = await db.from('region_countries').where('country', HOME_COUNTRY).first()
  if (known) return
  const regionId = await makeRegion()
  await write((trx) =>
    insertedOnce(trx, 'region_countries', { country: HOME_COUNTRY, region_id: regionId })
  )
}
