import vine from '@vinejs/vine'
import { email, line, newPassword, phone } from '#core/validation/rules'

const emailOrPhone = {
  email: email().optional().requiredIfMissing('phone'),
  phone: phone().optional().requiredIfMissing('email'),
}

const transport = vine.enum(['bearer', 'cookie'] as const).optional()

/** What an earlier log-in handed to this device; browsers send it in a cookie. */
const deviceToken = vine.string().maxLength(100).optional()

const code = () =>
  vine
    .string()
    .trim()
    .regex(/^\d{6}$/)

export const registerValidator = vine.create({
  name: line(120),
  ...emailOrPhone,
  password: newPassword(),
  role: vine.enum(['client', 'partner'] as const),
  businessName: line(120).optional(),
})

export const verifyEmailValidator = vine.create({
  ...emailOrPhone,
  code: code(),
  transport: transport.clone(),
  deviceToken: deviceToken.clone(),
})

export const resendCodeValidator = vine.create({ ...emailOrPhone })

export const logInValidator = vine.create({
  ...emailOrPhone,
  password: vine.string().maxLength(200),
  transport: transport.clone(),
  deviceToken: deviceToken.clone(),
})

export const phoneCodeValidator = vine.create({ phone: phone(), deviceToken: deviceToken.clone() })

export const verifyPhoneCodeValidator = vine.create({
  phone: phone(),
  code: code(),
  transport: transport.clone(),
  deviceToken: deviceToken.clone(),
})

export const ownPhoneValidator = vine.create({ phone: phone() })

export const confirmOwnPhoneValidator = vine.create({ code: code() })

export const refreshValidator = vine.create({
  refreshToken: vine.string().maxLength(200).optional(),
})

export const forgotPasswordValidator = vine.create({ email: email() })

export const resetPasswordValidator = vine.create({ password: newPassword() })

export const verifyTokenValidator = vine.create({ token: vine.string().maxLength(2000) })

export const changePasswordValidator = vine.create({
  currentPassword: vine.string().maxLength(200),
  newPassword: newPassword(),
})
