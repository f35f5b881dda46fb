/*
 * Where a partner's money goes: encrypted in the database, masked in every answer.
 */
import encryption from '@adonisjs/core/services/encryption'
import { openSealed } from '#core/support/sealed'

export interface PayoutDetails {
  accountHolder: string
  /** IBAN, or the number that the bank uses */
  accountNumber: string
  bankName: string
  /** BIC, or the code that routes within the country */
  bankCode?: string
  country: string
}

export function sealPayoutDetails(details: PayoutDetails): string {
  return encryption.encrypt({ ...details })
}

/** For whoever pays: a gateway, or staff who type it into a bank's form. */
export function openPayoutDetails(sealed: string): PayoutDetails {
  return openSealed<PayoutDetails>(sealed)
}

/** What the owner may see again: enough to tell which account it is. */
export function maskedPayoutDetails(sealed: string | null) {
  const details = sealed ? encryption.decrypt<PayoutDetails>(sealed) : null
  if (!details) return null
  const { accountHolder, accountNumber, bankName, country } = details
  return { accountHolder, accountNumber: `••••${accountNumber.slice(-4)}`, bankName, country }
}
