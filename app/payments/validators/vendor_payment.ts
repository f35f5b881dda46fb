import vine from '@vinejs/vine'
import { id } from '#core/validation/rules'

/** What the routes of one gateway begin a payment with. */
export const payOrderValidator = vine.create({ orderId: id('order') })

export const capturePaypalValidator = vine.create({ paymentId: id('payment') })

/** The three fields that Razorpay's form gives the app, in our spelling. */
export const verifyRazorpayValidator = vine.create({
  razorpayOrderId: vine.string().regex(/^order_\w{1,40}$/),
  razorpayPaymentId: vine.string().regex(/^pay_\w{1,40}$/),
  razorpaySignature: vine.string().regex(/^[0-9a-f]{64}$/),
})
