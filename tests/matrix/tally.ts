import { ROLES } from '#core/actor'
import type { Cell, Whose } from '#tests/matrix/cells'

const KINDS: Whose[] = ['none', 'own', 'foreign', 'missing', 'deleted']
const WHO = [...ROLES, 'nobody', 'suspended', 'impersonating']

/** How many cells were asked, by who asked for whose objects. */
export class Tally {
  #counts = new Map<string, number>()
  total = 0

  count({ who, whose }: Pick<Cell, 'who' | 'whose'>) {
    const kind = who.split(' ')[0]
    const column = `${kind} ${whose}`
    this.#counts.set(column, (this.#counts.get(column) ?? 0) + 1)
    this.total++
  }

  of(who: string, whose: Whose): number {
    return this.#counts.get(`${who} ${whose}`) ?? 0
  }

  /** Columns that nobody asked for: the matrix has none. */
  get empty(): string[] {
    return WHO.flatMap((who) => KINDS.filter((whose) => this.of(who, whose) === 0).map((whose) => `${who} ${whose}`)) // prettier-ignore
  }

  /** A line for each who, a column for each whose. */
  toString(): string {
    const width = Math.max(...WHO.map((who) => who.length))
    const line = (who: string, cells: (string | number)[]) =>
      `      ${who.padEnd(width)} ${cells.map((cell) => String(cell).padStart(8)).join('')}`
    const lines = WHO.map((who) => line(who, KINDS.map((whose) => this.of(who, whose)))) // prettier-ignore
    return [line('', KINDS), ...lines].join('\n')
  }
}
