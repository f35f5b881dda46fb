import { storage } from '#core/files/storage'
import { Job } from '#core/outbox/job'

/** Takes the bytes of removed files off the disk; a key that is gone already is fine. */
export default class DeleteBytesJob extends Job<{ keys: string[] }> {
  async handle({ keys }: { keys: string[] }) {
    for (const key of keys) await storage.disk().delete(key)
  }
}
