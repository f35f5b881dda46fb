import type { Role } from '#core/actor'
import { DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import { CLIENTS, STAFF } from '#database/seeders/demo/people'
import type { World } from '#database/seeders/demo/world'

/** An account of the demo; its address is `<login>@souk.test`. */
export function userRow(login: string, role: Role, name: string, country: string, world: World) {
  const createdAt = world.now - 200 * DAY
  return {
    id: newId('user'),
    role,
    status: 'active',
    name,
    email: `${login}@souk.test`,
    password_hash: world.passwordHash,
    email_verified_at: createdAt,
    language: 'en',
    timezone: 'UTC',
    country,
    region_id: world.regions.get(country) ?? null,
    two_factor: 'off',
    onboarding_step: 0,
    created_at: createdAt,
    updated_at: createdAt,
  }
}

/** One account of each staff role: agent@souk.test, senior_admin@souk.test ... */
export function makeStaff(world: World) {
  return STAFF.map(({ role, name }) => {
    const row = userRow(role, role, name, 'DE', world)
    return role === 'admin' ? { ...row, id: world.adminId } : row
  })
}

/** Where a client of the demo has things sent to. */
export function makeHomes(world: World, clients: ReturnType<typeof makeClients>) {
  return clients.map(({ id, name, created_at: createdAt }, index) => {
    const { city, country } = world.places[index % world.places.length]
    return {
      id: newId('address'),
      user_id: id,
      label: 'Home',
      recipient: name,
      line_1: `Market Street ${index + 1}`,
      city,
      country,
      is_default: true,
      created_at: createdAt,
      updated_at: createdAt,
    }
  })
}

/** client1@souk.test to client10@souk.test. */
export function makeClients(world: World) {
  return CLIENTS.map((name, index) => {
    const { country } = world.places[index % world.places.length]
    return userRow(`client${index + 1}`, 'client', name, country, world)
  })
}
