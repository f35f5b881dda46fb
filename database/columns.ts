/*
 * Column decorators for what the two databases store differently.
 */
import { column } from '@adonisjs/lucid/orm'

/** true and false, stored as 1 and 0. */
export const flag = () =>
  column({
    prepare: (value?: boolean | null) =>
      value === null || value === undefined ? value : value ? 1 : 0,
    consume: (value: unknown) => (value === null ? null : Number(value) === 1),
  })

/** A list of words, stored as JSON text. */
export const jsonList = () =>
  column({
    prepare: (value?: string[] | null) => (value ? JSON.stringify(value) : value),
    consume: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value),
  })

/** Named numbers, stored as JSON text. */
export const jsonObject = () =>
  column({
    prepare: (value?: Record<string, number> | null) => (value ? JSON.stringify(value) : value),
    consume: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value),
  })
