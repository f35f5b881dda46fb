import { recordAudit } from '#audit/record'
import type { Actor } from '#core/actor'
import { write } from '#core/database/write'
import { NotFound } from '#core/errors'

/** Makes one of the caller's devices a stranger again. Its sessions go on: they are ended by themselves. */
export default class ForgetDevice {
  /** @throws NotFound when the caller knows no such device */
  async execute({ actor, deviceId }: { actor: Actor; deviceId: string }) {
    await write(async (trx) => {
      const own = trx.from('known_devices').where({ id: deviceId, user_id: actor.id })
      if (Number(await own.delete()) === 0) throw new NotFound()
      await recordAudit(trx, {
        actor,
        action: 'device.forgotten',
        subject: { type: 'user', id: actor.id },
        after: { deviceId },
      })
    })
  }
}
