/*
 * Pieces of something, as people type them: `oln_1:2,oln_2:1`.
 */
import { InvalidArgumentError } from 'commander'

export interface Pieces {
  id: string
  quantity: number
}

/** Ids with how many of each; an id alone is one piece. */
export function parsePieces(text: string): Pieces[] {
  return text.split(',').map((part) => {
    const match = /^(\w+)(?::([1-9]\d{0,5}))?$/.exec(part.trim())
    if (!match) throw new InvalidArgumentError('Expected ids and pieces such as oln_1:2,oln_2:1.')
    return { id: match[1], quantity: Number(match[2] ?? 1) }
  })
}
