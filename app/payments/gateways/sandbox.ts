/*
 * The stand-in gateway: nothing to sign up for, and asynchronous like a real one. Its memory is a
 * table of its own, which no transaction of Souk ever touches together with Souk's; what happens in
 * it is told by signed web hooks over HTTP.
 *
 * It can be told to misbehave: a payment by the outcome of its confirmation, a refund or payout by
 * the last four digits of its amount (sandbox_mishaps.ts).
 */
import { timingSafeEqual } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { clock } from '#core/support/clock'
import { GatewayRefused, GatewayUnavailable, InvalidSignature } from '#payments/errors'
import type {
  CreatePayment,
  CreatePayout,
  CreateRefund,
  Gateway,
  GatewayEvent,
  GatewayNews,
  GatewayPayment,
} from '#payments/gateways/gateway'
import { addObject, cancelObject, takeBack, type Added } from '#payments/gateways/sandbox_memory'
import { MISHAPS } from '#payments/gateways/sandbox_mishaps'
import {
  asPayment,
  asPayout,
  asRefund,
  type SandboxEvent,
  type SandboxObject,
} from '#payments/gateways/sandbox_objects'
import {
  SIGNATURE_HEADER,
  SIGNATURE_TOLERANCE,
  signaturesOf,
  TIMESTAMP_HEADER,
} from '#payments/gateways/sandbox_signature'

const PAGE = 200

export default class SandboxGateway implements Gateway {
  readonly name = 'sandbox'

  async createPayment(input: CreatePayment): Promise<GatewayPayment> {
    const made = await addObject({
      kind: 'payment',
      key: input.key,
      ourId: input.paymentId,
      amount: input.amount,
      currency: input.currency,
      status: 'requires_action',
    })
    assertAnswers(made)
    return withWayToPay(made.object, input.isHosted)
  }

  async getPayment(id: string) {
    const found = await find(id)
    return found ? asPayment(found) : null
  }

  /** Captures by itself once it is confirmed. */
  async capturePayment(id: string) {
    const found = await find(id)
    if (!found) throw new GatewayRefused(this.name, 'there is no such payment')
    return asPayment(found)
  }

  async cancelPayment(id: string) {
    await cancelObject(id)
    return this.capturePayment(id)
  }

  async *listPayments(from: number, to: number): AsyncGenerator<GatewayPayment> {
    let last = { updated_at: from, id: '' }
    for (;;) {
      const page: SandboxObject[] = await db
        .from('sandbox_objects')
        .where({ kind: 'payment', status: 'captured' })
        .where('updated_at', '>=', last.updated_at)
        .where('updated_at', '<=', to)
        .where((rest) =>
          rest
            .where('updated_at', '>', last.updated_at)
            .orWhere((same) => same.where('updated_at', last.updated_at).where('id', '>', last.id))
        )
        .orderBy('updated_at')
        .orderBy('id')
        .limit(PAGE)
      yield* page.map(asPayment)
      if (page.length < PAGE) return
      last = page.at(-1)!
    }
  }

  async createRefund(input: CreateRefund) {
    const made = await takeBack(input)
    assertAnswers(made)
    return asRefund(made.object)
  }

  async getRefund(id: string) {
    const found = await find(id)
    return found ? asRefund(found) : null
  }

  async createPayout(input: CreatePayout) {
    const made = await addObject({
      kind: 'payout',
      key: input.key,
      ourId: input.withdrawalId,
      amount: input.amount,
      currency: input.currency,
      status: 'pending',
    })
    assertAnswers(made)
    return asPayout(made.object)
  }

  async getPayout(id: string) {
    const found = await find(id)
    return found ? asPayout(found) : null
  }

  async verifyEvent(raw: string, headers: Record<string, string | undefined>) {
    const timestamp = Number(headers[TIMESTAMP_HEADER])
    const isFresh = Math.abs(clock.now() - timestamp) <= SIGNATURE_TOLERANCE
    const given = Buffer.from(headers[SIGNATURE_HEADER] ?? '', 'utf8')
    const isOurs = signaturesOf(timestamp, raw).some((expected) => {
      const bytes = Buffer.from(expected, 'utf8')
      return bytes.length === given.length && timingSafeEqual(bytes, given)
    })
    if (!isFresh || !isOurs) throw new InvalidSignature()
    return eventOf(raw)
  }

  async readEvent(raw: string): Promise<GatewayNews> {
    const { object } = JSON.parse(raw) as SandboxEvent
    switch (object?.kind) {
      case 'payment':
        return { about: 'payment', payment: asPayment(object) }
      case 'refund':
        return { about: 'refund', refund: asRefund(object) }
      case 'payout':
        return { about: 'payout', payout: asPayout(object) }
      default:
        return { about: 'other' }
    }
  }
}

function find(id: string): Promise<SandboxObject | null> {
  return db.from('sandbox_objects').where({ id }).first()
}

/** What was asked for has happened, only the answer gets lost; the same call again is answered. */
function assertAnswers({ object, isNew }: Added) {
  if (isNew && Number(object.amount) % 10_000 === MISHAPS.answersNothing)
    throw new GatewayUnavailable('sandbox', 'it was told not to answer')
}

function withWayToPay(made: SandboxObject, isHosted?: boolean): GatewayPayment {
  const confirm = `${env.get('APP_URL')}/api/v1/payments/sandbox/${made.our_id}/confirm`
  return isHosted
    ? { ...asPayment(made), redirectUrl: confirm }
    : { ...asPayment(made), clientSecret: `${made.id}_secret` }
}

function eventOf(raw: string): GatewayEvent {
  const { id, type, occurredAt, object } = JSON.parse(raw) as SandboxEvent
  return { id, type, objectId: object.id, occurredAt }
}
