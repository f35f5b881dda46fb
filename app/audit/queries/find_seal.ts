import db from '@adonisjs/lucid/services/db'

/** Looks for one seal: of a line, or by a hash that was kept elsewhere. */
export default class FindSeal {
  /** The seal of a line; null for one that is not sealed yet. */
  async ofEntry(entryId: number): Promise<{ id: number; hash: string; sealedAt: number } | null> {
    const seal = await db
      .from('audit_seals')
      .where('last_id', '>=', entryId)
      .orderBy('last_id')
      .select('id', 'hash', 'sealed_at')
      .first()
    return seal && { id: Number(seal.id), hash: seal.hash, sealedAt: Number(seal.sealed_at) }
  }

  /** @returns its number; null when no seal has this hash */
  async byHash(hash: string): Promise<number | null> {
    // the last seal has no follower to be found by, and the chain is what names the others
    const next = await db.from('audit_seals').where('previous_hash', hash).select('id').first()
    if (next) return Number(next.id) - 1
    const last = await db.from('audit_seals').orderBy('id', 'desc').select('id', 'hash').first()
    return last?.hash === hash ? Number(last.id) : null
  }
}
