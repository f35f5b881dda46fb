import type { Transaction } from '#core/database/write'
import { addToFeed, queueEmail } from '#notifications/services/messages'
import type { Person } from '#orders/queries/order_people'

export interface News {
  /** of the feed: order_shipped, ... */
  kind: string
  title: string
  body: string
  /** the order or the part */
  subjectId: string
}

/** Tells somebody what happened to an order: in the feed, and by mail. */
export async function tell(trx: Transaction, person: Person, news: News) {
  await addToFeed(trx, { userId: person.id, ...news })
  if (!person.email) return
  const { title, body } = news
  await queueEmail(trx, {
    userId: person.id,
    to: person.email,
    template: 'order_news',
    data: { name: person.name, title, body },
  })
}
