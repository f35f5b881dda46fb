import vine from '@vinejs/vine'
import { MOST_PIECES } from '#carts/actions/put_in_cart'
import { id, line } from '#core/validation/rules'

const quantity = () => vine.number({ strict: true }).withoutDecimals().min(1).max(MOST_PIECES)

/** As it would be ordered to this address. */
export const showCartValidator = vine.create({ addressId: id('address').optional() })

export const addItemValidator = vine.create({
  variantId: id('variant'),
  quantity: quantity(),
})

export const changeItemValidator = vine.create({ quantity: quantity() })

export const applyCouponValidator = vine.create({ code: line(40) })
