import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RemoveAddress from '#users/actions/remove_address'
import SaveAddress from '#users/actions/save_address'
import ListAddresses, { MOST_ADDRESSES } from '#users/queries/list_addresses'
import AddressTransformer from '#users/transformers/address_transformer'
import { addressChangesValidator, newAddressValidator } from '#users/validators/address'

/** The caller's address book. */
@inject()
export default class AddressesController {
  constructor(
    private listAddresses: ListAddresses,
    private saveAddress: SaveAddress,
    private removeAddress: RemoveAddress
  ) {}

  /** The whole book (50 addresses at most), the default first. */
  async index({ actor, serializePage }: HttpContext) {
    const addresses = await this.listAddresses.execute(actor!.id)
    const meta = { nextCursor: null, limit: MOST_ADDRESSES }
    return serializePage(AddressTransformer.transform(addresses), meta)
  }

  /** Add an address; the first one becomes the default. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const fields = await request.validateUsing(newAddressValidator)
    const address = await this.saveAddress.add({ actor: actor!, ...fields })
    response.status(201)
    return serialize(AddressTransformer.transform(address))
  }

  /** Change some fields of an address, or make it the default. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const fields = await request.validateUsing(addressChangesValidator)
    const { addressId } = params
    const address = await this.saveAddress.change({ actor: actor!, addressId, ...fields })
    return serialize(AddressTransformer.transform(address))
  }

  /** Remove an address; when it was the default, the newest of the others becomes it. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.removeAddress.execute({ actor: actor!, addressId: params.addressId })
    response.status(204)
  }
}
