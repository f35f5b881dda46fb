import { DomainEvent } from '#core/outbox/job'

/** A part went on: accepted, shipped, delivered, ... */
export default class PartAdvanced extends DomainEvent {
  static eventName = 'orders.part_advanced'

  constructor(
    public partId: string,
    public orderId: string,
    public from: string,
    public to: string,
    /** nobody took this step: its time had come */
    public byItself = false
  ) {
    super()
  }
}
