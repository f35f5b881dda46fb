import logger from '@adonisjs/core/services/logger'
import SealEntries from '#audit/actions/seal_entries'
import type { ScheduledTask } from '#core/scheduler/task'

/**
 * Seals what has settled since the last time. The last hash is logged: kept elsewhere, it proves
 * later that no seal was taken off the end (`audit:verify --expect`).
 */
export default class SealEntriesTask implements ScheduledTask {
  async run() {
    const sealEntries = new SealEntries()
    for (let seal = await sealEntries.execute(); seal; seal = await sealEntries.execute())
      logger.info({ seal: seal.id, lastId: seal.lastId, hash: seal.hash }, 'audit trail sealed')
  }
}
