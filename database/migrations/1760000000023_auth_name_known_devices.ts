import { BaseSchema } from '@adonisjs/lucid/schema'
import { newId } from '#core/support/ids'

/** So that owners can tell their devices apart and forget one, and a session knows its own. */
export default class extends BaseSchema {
  async up() {
    this.schema.alterTable('known_devices', (table) => {
      table.string('id', 32).nullable().unique()
      /* what the browser or app says of itself */
      table.string('name', 120).nullable()
      table.index(['user_id', 'id'])
    })
    this.schema.alterTable('sessions', (table) => {
      table.string('device_id', 32).nullable()
    })
    this.defer(async (db) => {
      const rows = await db.from('known_devices').whereNull('id').select('token_hash')
      for (const { token_hash: hash } of rows)
        await db
          .from('known_devices')
          .where('token_hash', hash)
          .update({ id: newId('device') })
    })
  }

  async down() {
    this.schema.alterTable('sessions', (table) => table.dropColumn('device_id'))
    this.schema.alterTable('known_devices', (table) => {
      table.dropIndex(['user_id', 'id'])
      table.dropUnique(['id'])
      table.dropColumn('id')
      table.dropColumn('name')
    })
  }
}
