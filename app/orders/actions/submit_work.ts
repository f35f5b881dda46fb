import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField } from '#core/errors'
import { keepFile, type StagedFile } from '#core/files/store'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { NothingToHandIn, PartNotMovable } from '#orders/errors'
import GetPartnerOrder from '#orders/queries/get_partner_order'
import type { PartRow } from '#orders/queries/order_parts'
import { advancePart } from '#orders/services/advance_part'
import { lockedPart } from '#orders/services/locked_part'
import { PART_MOVES } from '#orders/services/states'
import GetOwnPartner from '#partners/queries/get_own_partner'

interface Work {
  note?: string
  links?: string[]
}

export interface SubmitWorkInput extends Work {
  actor: Actor
  partnerOrderId: string
  files: StagedFile[]
}

/** A partner hands in the content of a package: a round of its own, which the client answers. */
export default class SubmitWork {
  constructor(private getPartnerOrder = new GetPartnerOrder()) {}

  /**
   * Tells before any file is stored what would refuse it.
   *
   * @throws NotFound, NothingToHandIn, PartNotMovable; E_VALIDATION_ERROR (422) for an empty round
   */
  async check(actor: Actor, partnerOrderId: string, work: Work & { fileCount: number }) {
    const { part } = await this.getPartnerOrder.execute(actor, partnerOrderId)
    assertSubmittable(part)
    if (work.fileCount === 0 && !work.links?.length && !work.note)
      throw new InvalidField('files', 'required', 'Send a file, a link or a note')
  }

  /** @throws the same again, when it has changed meanwhile */
  async execute({ actor, partnerOrderId, note, links, files }: SubmitWorkInput) {
    await write(async (trx) => {
      const { id: partnerId } = await new GetOwnPartner().execute(actor)
      const part = await lockedPart(trx, { id: partnerOrderId, partner_id: partnerId })
      assertSubmittable(part)
      const id = newId('submission')
      await trx
        .insertQuery()
        .table('submissions')
        .insert({
          id,
          order_id: part.order_id,
          partner_order_id: part.id,
          round: (await roundsOf(trx, part.id)) + 1,
          note: note ?? '',
          links: JSON.stringify(links ?? []),
          status: 'submitted',
          created_at: clock.now(),
        })
      for (const [position, file] of files.entries()) await keep(trx, id, file, position)
      await advancePart(trx, part, 'submitted', { actor })
    })
  }
}

function assertSubmittable(part: PartRow) {
  if (!part.has_package) throw new NothingToHandIn()
  if (!(PART_MOVES[part.status] as readonly string[]).includes('submitted'))
    throw new PartNotMovable(part.status, 'submitted')
}

async function roundsOf(trx: Transaction, partId: string): Promise<number> {
  const last = await trx
    .from('submissions')
    .where('partner_order_id', partId)
    .orderBy('round', 'desc')
    .select('round')
    .first()
  return last?.round ?? 0
}

async function keep(trx: Transaction, submissionId: string, staged: StagedFile, position: number) {
  const file = await keepFile(trx, staged)
  await trx
    .insertQuery()
    .table('submission_files')
    .insert({ submission_id: submissionId, file_id: file.id, position })
}
