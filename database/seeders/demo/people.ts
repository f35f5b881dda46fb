import type { StaffRole } from '#core/actor'

/** Log-ins of staff: the role is the name. */
export const STAFF: { role: StaffRole; name: string }[] = [
  { role: 'agent', name: 'Amina Diallo' },
  { role: 'hr', name: 'Henrik Larsen' },
  { role: 'dev', name: 'Devika Rao' },
  { role: 'senior_dev', name: 'Sofia Marchetti' },
  { role: 'admin', name: 'Adam Nowak' },
  { role: 'senior_admin', name: 'Grace Okafor' },
]

export const CLIENTS = [
  'Lena Fischer',
  'Marco Bianchi',
  'Priya Sharma',
  'James Carter',
  'Chloé Dubois',
  'Omar Haddad',
  'Kasia Zielińska',
  'Noah Williams',
  'Ines Ferreira',
  'Yuki Tanaka',
]

export const FIRST_NAMES = ['Anna', 'Ben', 'Clara', 'David', 'Elif', 'Farid', 'Greta', 'Hugo']
export const LAST_NAMES = ['Adler', 'Brandt', 'Costa', 'Dahl', 'Evans', 'Fontaine', 'Gomez', 'Horn']

export const STUDIO_WORDS = ['Amber', 'Blue Door', 'Cedar', 'Daylight', 'Elm Street', 'Fern']
export const STUDIO_KINDS = ['Studio', 'Collective', 'Works', '& Sons', 'House', 'Atelier']

/** Where the demo plays: names as in cities.tsv, with the currency of the region. */
export const PLACES = [
  { city: 'Berlin', country: 'DE', currency: 'EUR' },
  { city: 'Munich', country: 'DE', currency: 'EUR' },
  { city: 'Paris', country: 'FR', currency: 'EUR' },
  { city: 'London', country: 'GB', currency: 'GBP' },
  { city: 'New York City', country: 'US', currency: 'USD' },
]

/** What clients of the demo ask for, by the slug of the category. */
export const WISHES = [
  { slug: 'photography', title: 'Photographer for a wedding of 80 guests' },
  { slug: 'video', title: 'Two-minute film about our bakery' },
  { slug: 'music', title: 'Music for a garden party' },
  { slug: 'catering', title: 'Dinner for a team of 40' },
  { slug: 'design', title: 'A logo and a small web site' },
]
