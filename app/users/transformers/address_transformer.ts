import { BaseTransformer } from '@adonisjs/core/transformers'
import { toIso } from '#core/support/clock'
import type Address from '#users/models/address'

/** One entry of an address book. */
export default class AddressTransformer extends BaseTransformer<Address> {
  toObject() {
    const address = this.resource
    return {
      ...this.pick(address, [
        'id',
        'label',
        'recipient',
        'line1',
        'line2',
        'city',
        'state',
        'postalCode',
        'country',
        'phone',
        'isDefault',
      ]),
      createdAt: toIso(address.createdAt),
      updatedAt: toIso(address.updatedAt),
    }
  }
}
