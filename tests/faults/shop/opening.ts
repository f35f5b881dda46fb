/*
 * What the shop opens with, as the supervisor knows it; written by stock.ts into the market's folder.
 */
export interface Person {
  userId: string
  email: string
  token: string
}

export interface Plan {
  /** who check out while processes die, one order after the other */
  buyers: number
  /** who all want the same few pieces at once */
  rushers: number
  rushStock: number
  /** how often they do */
  rushes: number
  /** of the variant that many carts share */
  hotStock: number
  couponUses: number
  /** partners who have money to take out, and sell nothing */
  payees: number
}

export interface Opening {
  buyers: Person[]
  rushers: Person[]
  /** staff who may do anything with money */
  admins: Person[]
  partners: (Person & { partnerId: string; variantIds: string[] })[]
  payees: (Person & { partnerId: string })[]
  hotVariantId: string
  rushVariantIds: string[]
  couponCode: string
}

export const PASSWORD = 'correct horse battery'
