import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ForgetDevice from '#auth/actions/forget_device'
import ListKnownDevices from '#auth/queries/list_known_devices'
import KnownDeviceTransformer from '#auth/transformers/known_device_transformer'

/** Devices that an account has been logged in on, and that are no strangers to it. */
@inject()
export default class KnownDevicesController {
  constructor(
    private listKnownDevices: ListKnownDevices,
    private forgetDevice: ForgetDevice
  ) {}

  /** Own ones, the latest first. */
  async index({ actor, serialize }: HttpContext) {
    const devices = await this.listKnownDevices.execute(actor!)
    return serialize(KnownDeviceTransformer.transform(devices))
  }

  /** Forget one: the next log-in there is a stranger's, with its second factor. */
  async destroy({ actor, params, response }: HttpContext) {
    await this.forgetDevice.execute({ actor: actor!, deviceId: params.deviceId })
    response.status(204)
  }
}
