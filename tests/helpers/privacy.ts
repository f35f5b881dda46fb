import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import BuildExport from '#privacy/actions/build_export'
import RequestExport from '#privacy/actions/request_export'
import { asActor } from '#tests/helpers/marketplace'
import type { TestActor } from '#tests/helpers/actors'

/** An export that is ready. @returns its id */
export async function makeExport(actor: TestActor): Promise<string> {
  const { id } = await new RequestExport().execute({ actor: asActor(actor) })
  await new BuildExport().execute({ exportId: id }, async () => {})
  // its job has nothing left to do
  await write((trx) =>
    trx
      .from('outbox')
      .where('payload', JSON.stringify({ exportId: id }))
      .delete()
  )
  return id
}

/** The erasure of an account; undefined when there was none. */
export function erasureOf(userId: string) {
  return db.from('erasures').where('user_id', userId).first()
}
