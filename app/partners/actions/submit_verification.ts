import type { Actor } from '#core/actor'
import { changedOne } from '#core/database/conditional'
import { write, type Transaction } from '#core/database/write'
import { keepFile, type StagedFile } from '#core/files/store'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { invalidFields, VerificationNotOpen } from '#partners/errors'
import type Partner from '#partners/models/partner'
import Verification from '#partners/models/verification'
import VerificationDocument, { type DocumentKind } from '#partners/models/verification_document'
import { factsOf } from '#partners/queries/partner_facts'
import { missingForVerification } from '#partners/services/completion'
import { lockOwnPartner } from '#partners/services/lock_own_partner'

export interface SubmittedDocument {
  kind: DocumentKind
  file: StagedFile
}

interface Input {
  actor: Actor
  note?: string
  documents: SubmittedDocument[]
}

/** draft | rejected -> submitted. Every submission is kept, with its documents. */
export default class SubmitVerification {
  /**
   * Tells before any file is stored what would refuse the submission.
   *
   * @throws VerificationNotOpen (409), E_VALIDATION_ERROR (422) naming what the profile lacks
   */
  async check(partner: Partner) {
    assertOpen(partner)
    await assertComplete(partner)
  }

  async execute({ actor, note, documents }: Input): Promise<void> {
    await write(async (trx) => {
      const partner = await lockOwnPartner(trx, actor)
      assertOpen(partner)
      await assertComplete(partner)
      const now = clock.now()
      const open = trx
        .from('partners')
        .where({ id: partner.id })
        .whereIn('status', ['draft', 'rejected'])
      if (!(await changedOne(open, { status: 'submitted', submitted_at: now })))
        throw new VerificationNotOpen(undefined, { state: partner.status })
      const verification = await Verification.create(
        {
          id: newId('verification'),
          partnerId: partner.id,
          status: 'submitted',
          note: note || null,
          submittedAt: now,
        },
        { client: trx }
      )
      for (const document of documents) await keepDocument(trx, verification.id, document, now)
    })
  }
}

function assertOpen({ status }: Partner) {
  if (status !== 'draft' && status !== 'rejected')
    throw new VerificationNotOpen(undefined, { state: status })
}

async function assertComplete(partner: Partner) {
  const facts = (await factsOf([partner])).get(partner.id)!
  const categoryIds = facts.categories.map((category) => category.id)
  const missing = missingForVerification({ partner, categoryIds, platforms: facts.platforms })
  if (missing.length > 0)
    throw invalidFields(
      missing.map((field) => ({
        field,
        rule: 'profile',
        message: `Fill in ${field} of your profile first`,
      }))
    )
}

async function keepDocument(
  trx: Transaction,
  verificationId: string,
  { kind, file }: SubmittedDocument,
  now: number
) {
  const { id: fileId } = await keepFile(trx, file)
  await VerificationDocument.create(
    { id: newId('document'), verificationId, fileId, kind, createdAt: now },
    { client: trx }
  )
}
