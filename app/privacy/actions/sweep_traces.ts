import db from '@adonisjs/lucid/services/db'
import { write } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock, MINUTE } from '#core/support/clock'
import { PersonRows } from '#privacy/queries/person_rows'
import { REGISTRY } from '#privacy/registry'
import { anonymise } from '#privacy/services/anonymise'
import { addToErasureList } from '#privacy/services/erasure_list'
import { renderInvoicesAnew, renderSoldAnew } from '#privacy/services/invoices'
import { forgetLooseEnds, gatewayIds } from '#privacy/services/loose_ends'
import { removeWrittenMails } from '#privacy/services/mail_files'
import { maskRows } from '#privacy/services/mask_rows'
import { MASKED, replacementFor, SIDES } from '#privacy/services/registry_words'
import { maskOf, openTraces, type Mask, type Traces } from '#privacy/services/traces'

/** what ran while the account was erased has ended by then; what it wrote is found at the last look */
const UNTIL_LAST_LOOK = 10 * MINUTE
const LOOKS = 2
const BATCH = 100

/**
 * After an erasure: looks for the person in what others keep (their mails and feeds, jobs, messages
 * of gateways, invoices of clients), twice, and then forgets what it looked for.
 */
export default class SweepTraces {
  async execute({ erasureId }: { erasureId: string }) {
    const erasure = await db.from('erasures').where('id', erasureId).firstOrFail()
    const erasedAt = Number(erasure.created_at)
    await addToErasureList({ userId: erasure.user_id, erasedAt })
    const traces = erasure.traces && openTraces(erasure.traces)
    if (traces) await this.#look(erasure.user_id, erasedAt, traces)
    await this.#note(erasureId, Number(erasure.looks))
  }

  async #look(userId: string, erasedAt: number, traces: Traces) {
    const mask = maskOf(traces)
    await write(async (trx) => {
      const rows = new PersonRows(trx, userId)
      await forgetLooseEnds(trx, rows, traces, erasedAt)
      // a paper that was being written meanwhile may still name the person
      await renderInvoicesAnew(trx, rows)
      await anonymise(trx, rows)
    })
    const rows = new PersonRows(db, userId)
    await maskShared(rows, mask)
    const others = await counterparties(rows)
    for (const other of others) await maskMessages(other, traces, mask)
    await maskRows(
      {
        table: 'outbox',
        columns: ['payload', 'last_error'],
        which: (trx) => trx.from('outbox').where('created_at', '>=', traces.since),
      },
      mask
    )
    await forgetGatewayMessages(rows, traces, mask)
    await renderSoldAnew(rows, erasedAt)
    await removeWrittenMails(traces, others, mask)
  }

  /** The last look forgets what was looked for. */
  async #note(erasureId: string, before: number) {
    await write(async (trx) => {
      const looks = before + 1
      const isLast = looks >= LOOKS
      await trx
        .from('erasures')
        .where({ id: erasureId, looks: before })
        .update({ looks, ...(isLast && { traces: null, swept_at: clock.now() }) })
      if (isLast) return
      const availableAt = clock.now() + UNTIL_LAST_LOOK
      const dedupeKey = `erasure:${erasureId}:${looks}`
      await outbox.dispatch(trx, 'privacy.sweep_traces', { erasureId }, { availableAt, dedupeKey })
    })
  }
}

/** Others' words about the person, in rows that both share. */
async function maskShared(rows: PersonRows, mask: Mask) {
  for (const [table, { personal = {} }] of Object.entries(REGISTRY))
    for (const side of SIDES) {
      const columns = Object.keys(personal).filter(
        (column) => replacementFor(personal[column], side) === MASKED
      )
      if (columns.length === 0) continue
      for (const query of await rows.queries(table, side))
        await maskRows({ table, columns, which: (trx) => query().useTransaction(trx) }, mask)
    }
}

export interface Counterparty {
  id: string
  email: string | null
}

/** Everybody whom the person dealt with: they were told about it. */
async function counterparties(rows: PersonRows): Promise<Counterparty[]> {
  const partnerIds = [
    ...(await rows.valuesOf('leads', 'client', 'partner_id')),
    ...(await rows.valuesOf('partner_orders', 'client', 'partner_id')),
  ]
  const orderIds = await rows.valuesOf('partner_orders', 'partner', 'order_id')
  const inquiryIds = await rows.valuesOf('leads', 'partner', 'inquiry_id')
  const userIds = [
    ...(await lookUp('partners', partnerIds, 'user_id')),
    ...(await lookUp('orders', orderIds, 'client_id')),
    ...(await lookUp('inquiries', inquiryIds, 'client_id')),
  ]
  const found: Counterparty[] = []
  await inBatches(userIds, async (some) => {
    found.push(...(await db.from('users').whereIn('id', some).select('id', 'email')))
  })
  return found
}

async function lookUp(table: string, ids: string[], column: string): Promise<string[]> {
  const values: string[] = []
  await inBatches(ids, async (some) => {
    for (const row of await db.from(table).whereIn('id', some).select(column))
      values.push(row[column])
  })
  return values
}

async function inBatches(values: string[], work: (some: string[]) => Promise<void>) {
  const each = [...new Set(values)]
  for (let from = 0; from < each.length; from += BATCH) await work(each.slice(from, from + BATCH))
}

const MESSAGES = { notifications: ['title', 'body'], email_logs: ['subject', 'body'] }

async function maskMessages({ id }: Counterparty, { since }: Traces, mask: Mask) {
  for (const [table, columns] of Object.entries(MESSAGES))
    await maskRows(
      {
        table,
        columns,
        which: (trx) => trx.from(table).where('user_id', id).where('created_at', '>=', since),
      },
      mask
    )
}

/** Gateways name payments in messages about other objects of theirs, too: a charge, a session. */
async function forgetGatewayMessages(rows: PersonRows, { since }: Traces, mask: Mask) {
  const ids = await gatewayIds(rows)
  if (ids.length === 0) return
  const forget: Mask = (text) =>
    ids.some((id) => text.includes(id)) || mask(text) !== text ? '{}' : text
  await maskRows(
    {
      table: 'webhook_events',
      columns: ['raw'],
      isWhole: true,
      which: (trx) =>
        trx.from('webhook_events').where('created_at', '>=', since).whereNot('raw', '{}'),
    },
    forget
  )
}
