import { randomFrom } from '#core/support/random'

/** Numbers that look random and are the same on every run. */
export class Dice {
  /** From 0 up to, not including, 1. */
  next: () => number

  constructor(seed: number) {
    this.next = randomFrom(seed)
  }

  /** A whole number from min to max, both included. */
  between(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1))
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]
  }
}
