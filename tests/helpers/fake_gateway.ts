/*
 * A gateway in memory, for tests that decide what it says: it counts what it was asked for, and is
 * as idempotent as a real one.
 */
import { GatewayRefused, GatewayUnavailable } from '#payments/errors'
import type {
  CreatePayout,
  CreateRefund,
  Gateway,
  GatewayEvent,
  GatewayName,
  GatewayNews,
  GatewayPayment,
  GatewayPayout,
  GatewayRefund,
} from '#payments/gateways/gateway'
import { unique } from '#tests/helpers/actors'

/** How the next calls go: `lost` does it, but the answer never comes. */
export type Mood = 'pending' | 'succeeds' | 'fails' | 'refuses' | 'lost' | 'silent'

type Amounts = { key: string; amount: number; currency: string }

export class FakeGateway implements Gateway {
  readonly refunds = new Map<string, GatewayRefund>()
  readonly payouts = new Map<string, GatewayPayout>()
  /** how often money was asked to move, repeats included: by key, since other tests leave work behind */
  readonly #calls = new Map<string, number>()
  mood: Mood = 'succeeds'
  /** runs after the thing was done, before the answer */
  beforeAnswer: (made: GatewayRefund) => Promise<unknown> = async () => {}

  constructor(readonly name: GatewayName = 'sandbox') {}

  callsFor(key: string): number {
    return this.#calls.get(key) ?? 0
  }

  async createRefund(input: CreateRefund): Promise<GatewayRefund> {
    const status =
      this.mood === 'fails' ? 'failed' : this.mood === 'pending' ? 'pending' : 'succeeded'
    const made = this.#once<GatewayRefund>(this.refunds, input, () => ({
      id: unique('re_'),
      refundId: input.refundId,
      gatewayPaymentId: input.gatewayPaymentId,
      status,
      amount: input.amount,
      currency: input.currency,
    }))
    await this.beforeAnswer(made)
    this.#answer()
    return { ...made }
  }

  async getRefund(id: string) {
    return [...this.refunds.values()].find((one) => one.id === id) ?? null
  }

  async createPayout(input: CreatePayout): Promise<GatewayPayout> {
    const status = this.mood === 'fails' ? 'failed' : this.mood === 'pending' ? 'pending' : 'paid'
    const made = this.#once<GatewayPayout>(this.payouts, input, () => ({
      id: unique('po_'),
      withdrawalId: input.withdrawalId,
      status,
      amount: input.amount,
      currency: input.currency,
    }))
    this.#answer()
    return { ...made }
  }

  async getPayout(id: string) {
    return [...this.payouts.values()].find((one) => one.id === id) ?? null
  }

  /** The same key, the same object. */
  #once<Made>(made: Map<string, Made>, input: Amounts, make: () => Made): Made {
    this.#calls.set(input.key, this.callsFor(input.key) + 1)
    if (this.mood === 'refuses') throw new GatewayRefused(this.name, 'it is in that mood')
    if (this.mood === 'silent') throw new GatewayUnavailable(this.name, 'it is in that mood')
    if (!made.has(input.key)) made.set(input.key, make())
    return made.get(input.key)!
  }

  #answer() {
    if (this.mood === 'lost') throw new GatewayUnavailable(this.name, 'the answer is lost')
  }

  createPayment(): Promise<GatewayPayment> {
    throw new Error('not of interest here')
  }
  getPayment = async () => null
  capturePayment = this.createPayment
  cancelPayment = this.createPayment
  async *listPayments(): AsyncGenerator<GatewayPayment> {}
  verifyEvent(): Promise<GatewayEvent> {
    throw new Error('not of interest here')
  }
  readEvent = async (): Promise<GatewayNews> => ({ about: 'other' })
}
