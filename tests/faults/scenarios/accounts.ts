/*
 * Do answers tell who has an account?
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparisons, differenceOf, TELLING, type Known } from '../enumeration.js'
import { souk, type Environment } from '../processes.js'
import { check, close, open, options, servers } from '../supervisor.js'

const PAIRS = options.full ? 200 : 25

export async function accounts(name: string, more: Environment) {
  console.log(`${name}: ${PAIRS} known and unknown addresses in turns`)
  const market = await open(name, more)
  const file = join(market.folder, 'guarded.json')
  await souk.script('guarded_accounts', [String(PAIRS), file], market.env, market.folder)
  const [{ url, process: server }] = await servers(market, 1)
  const users = 'SELECT email FROM users WHERE email IS NOT NULL AND phone IS NULL ORDER BY id'
  const known: Known = {
    emails: (await market.database.rows(users)).map(({ email }) => email),
    guarded: JSON.parse(readFileSync(file, 'utf8')),
  }
  for (const found of await comparisons(url, known, PAIRS)) {
    const figures = `known ${found.known.toFixed(1)} ms, unknown ${found.unknown.toFixed(1)} ms`
    check(`${found.name} takes the same time`, differenceOf(found) <= TELLING, figures)
    check(`${found.name} answers the same`, found.telling.length === 0, found.telling.join(' | '))
  }
  await close(market, [server])
}
