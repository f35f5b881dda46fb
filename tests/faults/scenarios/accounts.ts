/*
 * Do answers tell who has an account?
 */
import { comparisons, differenceOf, TELLING } from '../enumeration.js'
import type { Environment } from '../processes.js'
import { check, close, open, options, servers } from '../supervisor.js'

const PAIRS = options.full ? 200 : 40

export async function accounts(name: string, more: Environment) {
  console.log(`${name}: ${PAIRS} known and unknown addresses in turns`)
  const market = await open(name, more)
  const [{ url, process: server }] = await servers(market, 1)
  const users = 'SELECT email FROM users WHERE email IS NOT NULL ORDER BY id'
  const known = (await market.database.rows(users)).map(({ email }) => email as string)
  for (const found of await comparisons(url, known, PAIRS)) {
    const figures = `known ${found.known.toFixed(1)} ms, unknown ${found.unknown.toFixed(1)} ms`
    check(`${found.route} takes the same time`, differenceOf(found) <= TELLING, figures)
    check(`${found.route} answers the same`, found.telling.length === 0, found.telling.join(' | '))
  }
  await close(market, [server])
}
