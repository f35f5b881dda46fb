import vine from '@vinejs/vine'
import { country, id, line, paragraph } from '#core/validation/rules'

const timezoneRule = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && isTimezone(value)) return
  field.report('The {{ field }} field must be an IANA time zone (Europe/Berlin)', 'timezone', field)
})

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false // Intl throws for names that it does not know
  }
}

const language = () =>
  vine
    .string()
    .maxLength(10)
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)

const words = (max: number) => vine.array(line(max)).maxLength(20).distinct()

export const profileValidator = vine.create({
  name: line(120).optional(),
  language: language().optional(),
  timezone: vine.string().maxLength(60).use(timezoneRule()).optional(),
  country: country().nullable().optional(),
  companyName: line(120).nullable().optional(),
  roleInOrganization: line(80).nullable().optional(),
  businessType: line(40).nullable().optional(),
  website: vine
    .string()
    .trim()
    .maxLength(255)
    .url({ protocols: ['http', 'https'], require_protocol: true })
    .nullable()
    .optional(),
  description: paragraph(2000).nullable().optional(),
})

export const preferencesValidator = vine.create({
  industries: words(60).optional(),
  categoryIds: vine.array(id('category')).maxLength(50).distinct().optional(),
  languages: vine.array(language()).maxLength(20).distinct().optional(),
  locationIds: vine.array(id('location')).maxLength(50).distinct().optional(),
})

export const onboardingValidator = vine.create({ step: vine.string().maxLength(20) })
