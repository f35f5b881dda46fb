import Address from '#users/models/address'

/** an address book is small: 50 entries at most, so it is one page */
export const MOST_ADDRESSES = 50

/** A user's address book, the default first. */
export default class ListAddresses {
  async execute(userId: string): Promise<Address[]> {
    const addresses = await Address.query()
      .where('userId', userId)
      .orderBy('id')
      .limit(MOST_ADDRESSES)
    return addresses.sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
  }
}
