/*
 * What stands between Souk and every gateway: a call ends within ten seconds, never runs inside a
 * transaction, and a gateway that failed five times in a row is left alone, but for a probe every
 * half minute. A refusal is an answer: it counts as life.
 */
import { currentTransaction } from '#core/database/write'
import { clock, SECOND } from '#core/support/clock'
import { crashPoint } from '#core/support/crash_points'
import { GatewayRefused, GatewayUnavailable } from '#payments/errors'
import type { Gateway } from '#payments/gateways/gateway'

export const CALL_TIMEOUT = 10 * SECOND
const FAILURES_TO_OPEN = 5
const PROBE_EVERY = 30 * SECOND

/** Closed while calls succeed; open after five failures in a row, with one probe each half minute. */
class Breaker {
  #failures = 0
  #nextProbeAt = 0

  constructor(private name: string) {}

  /** @throws GatewayUnavailable while the gateway is left alone */
  enter() {
    if (this.#failures < FAILURES_TO_OPEN) return
    if (clock.now() < this.#nextProbeAt)
      throw new GatewayUnavailable(this.name, 'it failed again and again, and is left alone')
    this.#nextProbeAt = clock.now() + PROBE_EVERY
  }

  succeeded() {
    this.#failures = 0
  }

  failed() {
    this.#failures++
    if (this.#failures >= FAILURES_TO_OPEN) this.#nextProbeAt = clock.now() + PROBE_EVERY
  }
}

/** The driver with breaker and timeout around each call over the network. */
export function guard(driver: Gateway, timeout = CALL_TIMEOUT): Gateway {
  const breaker = new Breaker(driver.name)

  const calling =
    <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      assertOutside()
      breaker.enter()
      crashPoint(`before ${method.name}`)
      try {
        const result = await inTime(driver.name, timeout, method.apply(driver, args))
        crashPoint(`after ${method.name}`)
        breaker.succeeded()
        return result
      } catch (error) {
        if (error instanceof GatewayRefused) breaker.succeeded()
        else breaker.failed()
        throw error
      }
    }

  return {
    name: driver.name,
    createPayment: calling(driver.createPayment),
    getPayment: calling(driver.getPayment),
    capturePayment: calling(driver.capturePayment),
    cancelPayment: calling(driver.cancelPayment),
    createRefund: calling(driver.createRefund),
    getRefund: calling(driver.getRefund),
    createPayout: driver.createPayout && calling(driver.createPayout),
    getPayout: driver.getPayout && calling(driver.getPayout),
    // long, page by page: the driver limits each page's time
    listPayments: (from, to) => driver.listPayments(from, to),
    // what a sender writes into a message says nothing about the gateway's health
    verifyEvent: (raw, headers) => inTime(driver.name, timeout, driver.verifyEvent(raw, headers)),
    readEvent: (raw) => inTime(driver.name, timeout, driver.readEvent(raw)),
  }
}

function assertOutside() {
  if (currentTransaction()) throw new Error('No gateway is called inside a transaction')
}

/**
 * The call itself may go on; its answer comes too late to be believed.
 *
 * @param timeout ms
 * @throws GatewayUnavailable
 */
export async function inTime<T>(name: string, timeout: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const error = new GatewayUnavailable(name, `no answer within ${timeout / SECOND} s`)
    timer = setTimeout(() => reject(error), timeout)
  })
  try {
    return await Promise.race([call, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
