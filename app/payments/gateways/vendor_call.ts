/*
 * What the drivers of vendors have in common: every question ends in time, and every failure becomes
 * one of the two that the rest of the code knows.
 */
import logger from '@adonisjs/core/services/logger'
import { DomainError } from '#core/exceptions/domain_error'
import type { GatewayName } from '#payments/gateways/gateway'
import { CALL_TIMEOUT, inTime } from '#payments/gateways/guard'
import { GatewayRefused, GatewayUnavailable } from '#payments/errors'

/** The longest answer that is read (bytes). */
export const ANSWER_LIMIT = 1024 * 1024

/** What a vendor's SDK threw, in plain words. */
export interface VendorFailure {
  /** HTTP status, when there was an answer */
  status?: number
  why: string
}

/** A timeout, a conflict with the same call still under way, too early, too many: ask again. */
const ASK_AGAIN = new Set([408, 409, 425, 429])

/**
 * Asks a gateway and gives its answer.
 *
 * @param explain reads the errors of the vendor's SDK
 * @param limit ms; the SDK's own timeout may be per socket, this one is for the whole question
 * @throws GatewayRefused when the gateway said no
 * @throws GatewayUnavailable when there was no answer in time, or an unreadable one
 */
export async function ask<T>(
  gateway: GatewayName,
  question: () => Promise<T>,
  explain: (error: unknown) => VendorFailure,
  limit = CALL_TIMEOUT
): Promise<T> {
  try {
    return await inTime(gateway, limit, question())
  } catch (error) {
    throw error instanceof DomainError ? error : refusalOf(gateway, explain(error))
  }
}

function refusalOf(gateway: GatewayName, { status, why }: VendorFailure): DomainError {
  /* the vendor's text may quote the key: it is not for clients. Ours to mend, and nobody's fault who asked */
  if (status === 401 || status === 403) {
    logger.error({ gateway, status }, 'a gateway does not accept our credentials')
    return new GatewayUnavailable(gateway, 'it does not accept our credentials')
  }
  if (!status || status < 400 || status >= 500 || ASK_AGAIN.has(status))
    return new GatewayUnavailable(gateway, status ? `it answered ${status}` : why)
  return new GatewayRefused(gateway, why)
}

/**
 * A part of an answer that must be there.
 *
 * @throws GatewayUnavailable when it is not: the answer is not what it should be
 */
export function needed<T>(gateway: GatewayName, value: T | null | undefined, what: string): T {
  if (value === null || value === undefined || value === '')
    throw new GatewayUnavailable(gateway, `its answer has no ${what}`)
  return value
}

/** The text of an answer as an object; anything else counts as no answer. */
export function parsed(gateway: GatewayName, text: string): any {
  try {
    const value = JSON.parse(text)
    if (value && typeof value === 'object') return value
  } catch {
    // not JSON: the same as not an object
  }
  throw new GatewayUnavailable(gateway, 'its answer is not readable')
}

/** null for what the gateway does not know (`.catch(missingIsNull)`), as the interface says. */
export function missingIsNull(error: { statusCode?: number | string }): null {
  if (Number(error.statusCode) === 404) return null
  throw error
}
