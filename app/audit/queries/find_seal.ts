import db from '@adonisjs/lucid/services/db'

/** Looks for a seal whose hash was kept elsewhere. */
export default class FindSeal {
  /** @returns its number; null when no seal has this hash */
  async byHash(hash: string): Promise<number | null> {
    // the last seal has no follower to be found by, and the chain is what names the others
    const next = await db.from('audit_seals').where('previous_hash', hash).select('id').first()
    if (next) return Number(next.id) - 1
    const last = await db.from('audit_seals').orderBy('id', 'desc').select('id', 'hash').first()
    return last?.hash === hash ? Number(last.id) : null
  }
}
