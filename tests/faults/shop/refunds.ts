/*
 * Staff give money back, some of them impatiently.
 */
import { MISHAPS } from '#payments/gateways/sandbox_mishaps'
import type { Customer } from './customer.js'

export interface PaidOrder {
  orderId: string
  total: number
}

export interface Refunding {
  /** answers, as `201` or `409 E_NOTHING_TO_REFUND`, of each order's clicks */
  answers: string[][]
  /** orders of which more was promised back than was paid */
  tooMuch: string[]
}

/** the sandbox does it, and loses its answer; it does it, and loses its web hook */
const ENDINGS = [MISHAPS.answersNothing, MISHAPS.losesHook]

/**
 * Every order is refunded; each third one by three people at once, all of it, and each third one by
 * three people who each give back two fifths.
 */
export async function refundAll(
  orders: PaidOrder[],
  staff: Customer[],
  onDone: (count: number) => void
): Promise<Refunding> {
  const refunding: Refunding = { answers: [], tooMuch: [] }
  let next = 0
  const some = async () => {
    for (let n = next++; n < orders.length; n = next++) {
      const { orderId, total } = orders[n]
      const amount = n % 3 === 2 ? partOf(total, n) : undefined
      const clicks = n % 3 === 0 ? [0] : [0, 1, 2]
      const answers = await Promise.all(
        clicks.map((click) =>
          staff[click % staff.length].post(
            `/orders/${orderId}/refund`,
            { reason: 'It came broken', ...(amount && { amount }) },
            `refund-${orderId}-${click}`
          )
        )
      )
      const promised = answers
        .filter(({ status }) => status === 201)
        .reduce((sum, { data }) => sum + data.amount.amount, 0)
      if (promised > total) refunding.tooMuch.push(orderId)
      refunding.answers.push(answers.map(({ status, code }) => `${status} ${code ?? ''}`.trim()))
      onDone(refunding.answers.length)
    }
  }
  await Promise.all(Array.from({ length: 4 }, some))
  return refunding
}

/** About two fifths; now and then an amount that the sandbox has a mishap with. */
function partOf(total: number, n: number): number {
  const share = Math.floor((total * 2) / 5)
  const ending = ENDINGS[Math.floor(n / 3) % (ENDINGS.length + 1)]
  if (ending === undefined || share < ending) return share
  return share - (share % 10_000) + (share % 10_000 < ending ? ending - 10_000 : ending)
}
