import { DomainEvent } from '#core/outbox/job'

/** A region's currency, countries or restrictions are not what they were. */
export default class RegionChanged extends DomainEvent {
  static eventName = 'regions.region_changed'

  constructor(public regionId: string) {
    super()
  }
}
