import type { Actor } from '#core/actor'
import { write, type Transaction } from '#core/database/write'
import { InvalidField, NotFound } from '#core/errors'
import { clock } from '#core/support/clock'
import { newRow } from '#core/support/ids'
import { AddressBookFull } from '#users/errors'
import Address from '#users/models/address'
import { MOST_ADDRESSES } from '#users/queries/list_addresses'
import { lockAccount } from '#users/services/account_lock'

export interface AddressFields {
  label: string
  recipient: string
  line1: string
  line2?: string | null
  city: string
  state?: string | null
  postalCode?: string | null
  country: string
  phone?: string | null
  isDefault?: boolean
}

/** Adds to an address book and changes it; a book that is not empty has exactly one default. */
export default class SaveAddress {
  /** @throws AddressBookFull (409) */
  async add({ actor, ...fields }: AddressFields & { actor: Actor }): Promise<Address> {
    return write(async (trx) => {
      await lockAccount(trx, actor.id)
      const others = await trx.from('addresses').where({ user_id: actor.id }).select('id')
      if (others.length >= MOST_ADDRESSES) throw new AddressBookFull()
      const isDefault = fields.isDefault === true || others.length === 0
      if (isDefault) await noDefault(trx, actor.id)
      const row = { line2: null, state: null, postalCode: null, phone: null, ...fields, isDefault }
      const base = newRow('address', clock.now())
      return Address.create({ ...base, userId: actor.id, ...row }, { client: trx })
    })
  }

  /**
   * @throws NotFound when the address is not the caller's
   * @throws InvalidField (422) when the default is to be none any more
   */
  async change(
    input: Partial<AddressFields> & { actor: Actor; addressId: string }
  ): Promise<Address> {
    const { actor, addressId, ...fields } = input
    return write(async (trx) => {
      await lockAccount(trx, actor.id)
      if (fields.isDefault) await noDefault(trx, actor.id)
      const address = await ownAddress(trx, actor, addressId)
      if (fields.isDefault === false && address.isDefault)
        throw new InvalidField('isDefault', 'default', 'Make another address the default instead')
      address.merge({ ...fields, updatedAt: clock.now() })
      return address.save()
    })
  }
}

/** @throws NotFound for a foreign address and a missing one alike */
export async function ownAddress(trx: Transaction, actor: Actor, addressId: string) {
  const address = await Address.query({ client: trx })
    .where({ id: addressId, userId: actor.id })
    .first()
  if (!address) throw new NotFound()
  return address
}

async function noDefault(trx: Transaction, userId: string) {
  await trx.from('addresses').where({ user_id: userId, is_default: 1 }).update({ is_default: 0 })
}
