/*
 * The refusals of app/regions.
 */
import { DomainError } from '#core/exceptions/domain_error'

/** A country is in one region at most; these are in another one already. */
export class CountryTaken extends DomainError {
  static status = 409
  static code = 'E_COUNTRY_TAKEN'

  constructor(countries: string[]) {
    super(`In another region already: ${countries.join(', ')}`, { field: 'countries', countries })
  }
}

/** Accounts or orders still belong to the region: deactivate it instead. */
export class RegionInUse extends DomainError {
  static status = 409
  static code = 'E_REGION_IN_USE'

  constructor(uses: { users: number; orders: number }) {
    super(`The region is in use: ${uses.users} users, ${uses.orders} orders`, { uses })
  }
}

/** Partners or inquiries still name the location: deactivate it instead. */
export class LocationInUse extends DomainError {
  static status = 409
  static code = 'E_LOCATION_IN_USE'

  constructor(uses: { partners: number; inquiries: number }) {
    super(`The location is in use: ${uses.partners} partners, ${uses.inquiries} inquiries`, {
      uses,
    })
  }
}

/** Another location has the same name in the same state and country. */
export class LocationTaken extends DomainError {
  static status = 409
  static code = 'E_LOCATION_TAKEN'
  static message = 'There is a location of this name in this state and country already'
}
