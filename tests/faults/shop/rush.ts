/*
 * Everybody wants the same few pieces in the same moment.
 */
import { check } from '../supervisor.js'
import type { Customer } from './customer.js'
import { customerOf, SIZE, type Shop } from './open_shop.js'

interface Rush {
  sold: number
  soldOut: number
  /** anything that is neither a sale nor "sold out" */
  others: string[]
  /** 99 of 100 answers came within, ms */
  p99: number
}

async function rush(customers: Customer[]): Promise<Rush> {
  const times: number[] = []
  const codes = await Promise.all(
    customers.map(async (customer, n) => {
      const startedAt = performance.now()
      const { status, code } = await customer.post('/orders', {}, `rush-${n}`)
      times.push(performance.now() - startedAt)
      return status === 201 ? 'sold' : `${status} ${code}`
    })
  )
  const count = (code: string) => codes.filter((one) => one === code).length
  times.sort((a, b) => a - b)
  return {
    sold: count('sold'),
    soldOut: count('409 E_OUT_OF_STOCK'),
    others: codes.filter((code) => code !== 'sold' && code !== '409 E_OUT_OF_STOCK'),
    p99: Math.round(times[Math.ceil(times.length * 0.99) - 1]),
  }
}

export async function rushing(shop: Shop) {
  const customers = shop.opening.rushers.map((person) => customerOf(shop, person))
  const { sold, soldOut, others, p99 } = await rush(customers)
  const figures = `${sold} of ${SIZE.rushStock} for ${SIZE.rushers} buyers, p99 ${p99} ms`
  check('a rush sells exactly what is there', sold === SIZE.rushStock, figures)
  check('everybody else is told so', sold + soldOut === SIZE.rushers, others.join(', '))
  const { errors } = shop.tally
  check('no server fails in a rush', errors.length === 0, [...new Set(errors)].join(', '))
}
