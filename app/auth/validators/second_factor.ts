import vine from '@vinejs/vine'
import { id } from '#core/validation/rules'

/** six digits, or a recovery code */
const shownCode = () => vine.string().trim().minLength(6).maxLength(40)

const method = () => vine.enum(['totp', 'email', 'sms', 'recovery'] as const).optional()

const channel = () => vine.enum(['email', 'sms'] as const)

const password = () => vine.string().maxLength(200)

export const finishLogInValidator = vine.create({
  challenge: id('challenge'),
  code: shownCode(),
  method: method(),
  rememberDevice: vine.boolean().optional(),
  deviceToken: vine.string().maxLength(100).optional(),
})

export const sendLogInCodeValidator = vine.create({ challenge: id('challenge'), method: channel() })

export const unlockValidator = vine.create({ token: vine.string().maxLength(100) })

export const startSecondFactorValidator = vine.create({
  method: vine.enum(['totp', 'email', 'sms'] as const).optional(),
  password: password().optional(),
})

export const confirmSecondFactorValidator = vine.create({
  code: vine
    .string()
    .trim()
    .regex(/^\d{6}$/),
})

export const disableSecondFactorValidator = vine.create({
  password: password().optional(),
  code: shownCode(),
  method: method(),
})

export const stepUpValidator = vine.create({
  password: password().optional().requiredIfMissing('code'),
  code: shownCode().optional().requiredIfMissing('password'),
  method: method(),
})

export const sendStepUpCodeValidator = vine.create({ method: channel() })
