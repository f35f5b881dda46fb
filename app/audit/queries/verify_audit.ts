import db from '@adonisjs/lucid/services/db'
import {
  BEFORE_ALL,
  sealHash,
  isSignedBy,
  isSigningKey,
  type SealFacts,
} from '#audit/services/digests'
import { entryDifferences } from '#audit/services/entry_differences'

export type DifferenceKind =
  | 'entry_changed'
  | 'entry_removed'
  | 'entry_inserted'
  | 'entry_erased'
  | 'seal_changed'
  | 'seal_removed'
  | 'seal_forged'

/** One thing that is not as it was sealed. */
export interface Difference {
  kind: DifferenceKind
  sealId: number
  /** the line; null when it is the seal itself */
  entryId: number | null
}

export interface AuditVerification {
  isSound: boolean
  /** the first of them, at most 20 */
  differences: Difference[]
  /** how many there are */
  differenceCount: number
  seals: number
  entries: number
  /** lines that lost their words in an erasure */
  redacted: number
  /** seals that an APP_KEY we do not know signed: their chain was followed, their signature not checked */
  otherKey: number
  /** lines behind the last seal */
  unsealed: { entries: number; oldest: number | null }
  lastSeal: { id: number; hash: string; sealedAt: number } | null
  /** where to go on; null at the end */
  nextSeal: number | null
}

interface Options {
  /** begin behind this seal; 0 for all */
  afterSeal?: number
  /** at most so many seals, of 500 lines each */
  limit?: number
  /** told of every difference, also beyond the first 20 */
  onDifference?: (difference: Difference) => void
}

type SealRow = SealFacts & { hash: string; signature: string; key_id: string }

interface Link {
  id: number
  last_id: number
  /** what the next seal may name: the hash as stored and as it should be, if they differ */
  hashes: string[]
  /** where it ends can be believed */
  isIntact: boolean
  /** signed by an APP_KEY that we know */
  isOurs: boolean
}

const SHOWN = 20
const SEALS_AT_ONCE = 10

/**
 * Compares the audit trail with its seals, row by row, in memory that does not grow with it: names
 * lines that were changed, removed or put in, and seals that were changed, removed or made by
 * somebody else. Lines behind the last seal are counted, not judged.
 */
export default class VerifyAudit {
  async execute({ afterSeal = 0, limit, onDifference }: Options = {}): Promise<AuditVerification> {
    const report = emptyReport()
    const tell = (kind: DifferenceKind, sealId: number, entryId: number | null = null) => {
      const difference = { kind, sealId, entryId }
      report.isSound = false
      report.differenceCount++
      if (report.differences.length < SHOWN) report.differences.push(difference)
      onDifference?.(difference)
    }

    let previous = await linkOf(afterSeal)
    while (limit === undefined || report.seals < limit) {
      const batch = Math.min(SEALS_AT_ONCE, (limit ?? Infinity) - report.seals)
      const seals = await sealsAfter(previous.id, batch)
      for (const seal of seals) {
        previous = await this.#checkSeal(seal, previous, report, tell)
        report.seals++
      }
      if (seals.length < batch) return { ...report, ...(await endOf(previous)) }
    }
    return { ...report, nextSeal: previous.id }
  }

  async #checkSeal(
    seal: SealRow,
    previous: Link,
    report: AuditVerification,
    tell: (kind: DifferenceKind, sealId: number, entryId?: number | null) => void
  ): Promise<Link> {
    const hash = sealHash(seal)
    const isOurs = isSigningKey(seal.key_id)
    for (let id = previous.id + 1; id < seal.id; id++) tell('seal_removed', id)
    const follows = seal.id === previous.id + 1
    const link = {
      id: seal.id,
      last_id: Number(seal.last_id),
      hashes: [hash, seal.hash],
      isIntact: hash === seal.hash,
      isOurs,
    }

    const isChained = !follows || previous.hashes.includes(seal.previous_hash)
    // a key is replaced once and for all: behind one of ours, an unknown one is a forgery
    const isSigned = isOurs ? isSignedBy(seal.key_id, seal.hash, seal.signature) : !previous.isOurs
    if (!isOurs) report.otherKey++
    if (hash !== seal.hash || !isChained) tell('seal_changed', seal.id)
    else if (!isSigned) tell('seal_forged', seal.id)
    // the list of a seal that was changed accuses nobody
    if (!link.isIntact) return link

    const after = follows && previous.isIntact ? previous.last_id : Number(seal.first_id) - 1
    const found = await entryDifferences(seal, after, (kind, entryId) =>
      tell(kind, seal.id, entryId)
    )
    report.entries += found.entries
    report.redacted += found.redacted
    return link
  }
}

function emptyReport(): AuditVerification {
  return {
    isSound: true,
    differences: [],
    differenceCount: 0,
    seals: 0,
    entries: 0,
    redacted: 0,
    otherKey: 0,
    unsealed: { entries: 0, oldest: null },
    lastSeal: null,
    nextSeal: null,
  }
}

/** The link that the seal behind `id` hangs on. */
async function linkOf(id: number): Promise<Link> {
  const seal: SealRow | null = id > 0 ? await db.from('audit_seals').where({ id }).first() : null
  if (!seal) {
    const hashes = id > 0 ? [] : [BEFORE_ALL]
    return { id, last_id: 0, hashes, isIntact: id === 0, isOurs: false }
  }
  const hash = sealHash(seal)
  return {
    id,
    last_id: Number(seal.last_id),
    hashes: [seal.hash, hash],
    isIntact: hash === seal.hash,
    isOurs: isSigningKey(seal.key_id),
  }
}

function sealsAfter(id: number, limit: number): Promise<SealRow[]> {
  return db.from('audit_seals').where('id', '>', id).orderBy('id').limit(limit)
}

/** What is there behind the last seal. */
async function endOf({ id, last_id: lastId }: Link) {
  const open = db.from('audit_entries').where('id', '>', lastId)
  const [{ total }] = await open.clone().count('* as total')
  const oldest = await open.clone().orderBy('id').select('created_at').first()
  const last = await db.from('audit_seals').where({ id }).select('hash', 'sealed_at').first()
  return {
    unsealed: { entries: Number(total), oldest: oldest ? Number(oldest.created_at) : null },
    lastSeal: last ? { id, hash: last.hash, sealedAt: Number(last.sealed_at) } : null,
    nextSeal: null,
  }
}
