import { VerificationDocumentSchema } from '#database/schema'

export const DOCUMENT_KINDS = [
  'identity',
  'business_registration',
  'tax',
  'address',
  'certificate',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A document that came with a submission; seen by its owner and by staff alone. */
export default class VerificationDocument extends VerificationDocumentSchema {
  static selfAssignPrimaryKey = true
}
