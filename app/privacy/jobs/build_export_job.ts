import { Job, type Delivery } from '#core/outbox/job'
import BuildExport from '#privacy/actions/build_export'

/** Makes one export; after the last try it counts as failed, and another can be asked for. */
export default class BuildExportJob extends Job<{ exportId: string }> {
  static maxAttempts = 5

  async handle(payload: { exportId: string }, delivery: Delivery) {
    const build = new BuildExport()
    try {
      await build.execute(payload, (trx) => delivery.finish(trx))
    } catch (error) {
      if (delivery.attempt >= BuildExportJob.maxAttempts) await build.giveUp(payload)
      throw error
    }
  }
}
