import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import DeleteCustomer from '#clients/actions/delete_customer'
import UpdateCustomer from '#clients/actions/update_customer'
import GetCustomer from '#clients/queries/get_customer'
import ListCustomers from '#clients/queries/list_customers'
import CustomerFileTransformer from '#clients/transformers/customer_file_transformer'
import CustomerTransformer from '#clients/transformers/customer_transformer'
import {
  customerChangesValidator,
  deletionValidator,
  listCustomersValidator,
} from '#clients/validators/customer'

/** Clients and partners, for staff. */
@inject()
export default class CustomersController {
  constructor(
    private listCustomers: ListCustomers,
    private getCustomer: GetCustomer,
    private updateCustomer: UpdateCustomer,
    private deleteCustomer: DeleteCustomer
  ) {}

  /** Clients and partners; by role, state, country, times, or how a name, address or number begins. */
  async index({ request, serializePage }: HttpContext) {
    const { limit, cursor, count, ...filters } = await request.validateUsing(listCustomersValidator)
    const { rows, meta } = await this.listCustomers.execute({ limit, cursor, count }, filters)
    return serializePage(CustomerTransformer.transform(rows), meta)
  }

  /** Everything about one that the caller may read; the members that the caller may not are left out. */
  async show({ actor, params, serialize }: HttpContext) {
    const file = await this.getCustomer.execute(actor!, params.customerId)
    return serialize(CustomerFileTransformer.transform(file, actor!))
  }

  /** Change what an account tells about its holder, who is told by mail. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const changes = await request.validateUsing(customerChangesValidator)
    const { customerId } = params
    await this.updateCustomer.execute({ actor: actor!, customerId, ...changes })
    const file = await this.getCustomer.execute(actor!, customerId)
    return serialize(CustomerFileTransformer.transform(file, actor!))
  }

  /** Delete an account as its owner could: what names the person is erased, orders and books stay. */
  async destroy({ actor, params, request, response }: HttpContext) {
    const { reason } = await request.validateUsing(deletionValidator)
    await this.deleteCustomer.execute({ actor: actor!, customerId: params.customerId, reason })
    response.status(204)
  }
}
