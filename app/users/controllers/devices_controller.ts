import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RegisterDevice from '#users/actions/register_device'
import DeviceTransformer from '#users/transformers/device_transformer'
import { deviceValidator } from '#users/validators/device'

/** Devices that take push messages for the caller. */
@inject()
export default class DevicesController {
  constructor(private registerDevice: RegisterDevice) {}

  /** Register a push token; sending it again is fine. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(deviceValidator)
    const device = await this.registerDevice.execute({ actor: actor!, ...input })
    response.status(201)
    return serialize(DeviceTransformer.transform(device))
  }
}
