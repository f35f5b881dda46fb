/*
 * --format '{id} {location.city}\n': one line per object. `{{` and `}}` are literal braces, and
 * \t \n \\ mean what they mean in TSV.
 */
import { UsageError } from '../errors.ts'
import { cleanLine } from './clean.ts'
import { checkNames } from './columns.ts'
import { exactText, valueAt } from './values.ts'
import type { Row } from './columns.ts'

type Part = { text: string } | { key: string }

/** A parsed template. */
export class Template {
  #parts: Part[]

  constructor(source: string) {
    this.#parts = parse(source)
  }

  /** Throws when the template names a field that the rows do not have. */
  check(known: string[]): void {
    const keys = this.#parts.flatMap((part) => ('key' in part ? [part.key] : []))
    checkNames('field', keys, known)
  }

  line(row: Row): string {
    const cells = this.#parts.map((part) =>
      'text' in part ? part.text : cleanLine(exactText(valueAt(row, part.key)))
    )
    return `${cells.join('')}\n`
  }
}

function parse(source: string): Part[] {
  const parts: Part[] = []
  const token = /\{\{|\}\}|\{([\w.-]+)\}|\\([tn\\])|([^{}\\]+|\\)|(.)/gsu
  for (const [match, key, escape, text, stray] of source.matchAll(token)) {
    if (stray) throw new UsageError(`--format: a single ${stray} must be doubled, or name a field`)
    if (key) parts.push({ key })
    else if (escape) parts.push({ text: { t: '\t', n: '\n' }[escape] ?? '\\' })
    else if (text) parts.push({ text })
    else parts.push({ text: match[0] })
  }
  return parts
}
