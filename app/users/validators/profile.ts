import vine from '@vinejs/vine'
import { country, id, language, line, paragraph, timezone, website } from '#core/validation/rules'

const words = (max: number) => vine.array(line(max)).maxLength(20).distinct()

export const profileValidator = vine.create({
  name: line(120).optional(),
  language: language().optional(),
  timezone: timezone().optional(),
  country: country().nullable().optional(),
  companyName: line(120).nullable().optional(),
  roleInOrganization: line(80).nullable().optional(),
  businessType: line(40).nullable().optional(),
  website: website().nullable().optional(),
  description: paragraph(2000).nullable().optional(),
})

export const preferencesValidator = vine.create({
  industries: words(60).optional(),
  categoryIds: vine.array(id('category')).maxLength(50).distinct().optional(),
  languages: vine.array(language()).maxLength(20).distinct().optional(),
  locationIds: vine.array(id('location')).maxLength(50).distinct().optional(),
})

export const onboardingValidator = vine.create({ step: vine.string().maxLength(20) })
