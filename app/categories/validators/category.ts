import vine from '@vinejs/vine'
import { id, line, paragraph } from '#core/validation/rules'

const slug = () =>
  vine
    .string()
    .trim()
    .maxLength(80)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const details = {
  slug: slug().optional(),
  parentId: id('category').nullable().optional(),
  description: paragraph(2000).nullable().optional(),
  position: vine.number({ strict: true }).withoutDecimals().min(0).max(1_000_000).optional(),
  isActive: vine.boolean({ strict: true }).optional(),
}

export const createCategoryValidator = vine.create({ name: line(80), ...details })

export const updateCategoryValidator = vine.create({ name: line(80).optional(), ...details })
