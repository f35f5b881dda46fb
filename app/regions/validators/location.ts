import vine from '@vinejs/vine'
import { country, line, pageFields } from '#core/validation/rules'

const latitude = () => vine.number({ strict: true }).min(-90).max(90)
const longitude = () => vine.number({ strict: true }).min(-180).max(180)

const nearRule = vine.createRule((value, _, field) => {
  if (typeof value !== 'string') return
  const match = /^(-?\d{1,2}(?:\.\d{1,12})?),(-?\d{1,3}(?:\.\d{1,12})?)$/.exec(value)
  const [lat, lng] = [Number(match?.[1]), Number(match?.[2])]
  if (Math.abs(lat) <= 90 && Math.abs(lng) <= 180) return
  field.report('The {{ field }} field must be "latitude,longitude" in degrees', 'near', field)
})

/* The query parser makes a list of what has a comma; here a comma belongs to the text. */
const rejoined = (value: unknown) => (Array.isArray(value) ? value.join(',') : value)

export const listLocationsValidator = vine.create({
  ...pageFields,
  country: country().optional(),
  q: vine.string().parse(rejoined).trim().maxLength(120).optional(),
  isActive: vine.boolean().optional(),
  near: vine
    .string()
    .parse(rejoined)
    .trim()
    .maxLength(40)
    .use(nearRule())
    .transform((value) => {
      const [lat, lng] = value.split(',').map(Number)
      return { latitude: lat, longitude: lng }
    })
    .optional(),
  radiusKm: vine.number().min(1).max(500).optional(),
})

const details = {
  state: vine.string().trim().maxLength(120).optional(),
  population: vine.number({ strict: true }).withoutDecimals().min(0).max(100_000_000).optional(),
  isActive: vine.boolean({ strict: true }).optional(),
}

export const createLocationValidator = vine.create({
  city: line(120),
  country: country(),
  latitude: latitude(),
  longitude: longitude(),
  ...details,
})

export const updateLocationValidator = vine.create({
  city: line(120).optional(),
  country: country().optional(),
  latitude: latitude().optional(),
  longitude: longitude().optional(),
  ...details,
})
