/*
 * Columns that are not what they look like: JSON, and what is encrypted.
 */
import encryption from '@adonisjs/core/services/encryption'
import { maskedPayoutDetails, type PayoutDetails } from '#partners/services/payout_details'

const BANK = ['payout_details', 'destination']

/** A bank account as it may be shown; other values as they are, texts of JSON as what they say. */
export function readable(column: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (BANK.includes(column)) return maskedPayoutDetails(value)
  return isJson(value) ? JSON.parse(value) : value
}

/** What of a value could name a person elsewhere: the lines of an address, a bank account. */
export function tellingParts(column: string, value: string): string[] {
  if (BANK.includes(column)) {
    const bank = value ? encryption.decrypt<PayoutDetails>(value) : null
    return bank ? [bank.accountHolder, bank.accountNumber] : []
  }
  if (column !== 'address') return [value]
  const { recipient, line1, line2, phone } = JSON.parse(value)
  return [recipient, line1, line2, phone].filter(Boolean)
}

/** Lists and objects are stored as JSON; a text that only begins like one stays a text. */
function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
