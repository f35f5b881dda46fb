import { write } from '#core/database/write'
import { clock } from '#core/support/clock'
import { endLeads } from '#inquiries/services/end_leads'
import { moveInquiry, OPEN_INQUIRY } from '#inquiries/services/states'

/** A client leaves for good: every open inquiry is closed, and its partners are told. */
export default class CloseInquiriesOf {
  async execute({ clientId }: { clientId: string }) {
    await write(async (trx) => {
      const open = await trx
        .from('inquiries')
        .where('client_id', clientId)
        .whereIn('status', OPEN_INQUIRY)
        .orderBy('id')
        .select('id')
      for (const { id } of open)
        if (await moveInquiry(trx, id, 'closed', { closed_at: clock.now() }))
          await endLeads(trx, id, 'withdrawn')
    })
  }
}
