/*
 * How many terminal cells a text takes, and cutting it to a number of cells without breaking a
 * character in two.
 */
import { eastAsianWidth } from 'get-east-asian-width'

const PLAIN = /^[\u0020-\u007e]*$/
const INVISIBLE = /^[\p{Mark}\p{Format}\p{Control}]+$/u
const PICTURE = /\p{Emoji_Presentation}|\u{fe0f}/u

let segmenter: Intl.Segmenter | undefined

function graphemes(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), (part) => part.segment)
}

function graphemeWidth(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0
  if (PICTURE.test(grapheme)) return 2
  return eastAsianWidth(grapheme.codePointAt(0)!)
}

/** Cells the text takes on a terminal. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length
  return graphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0)
}

/** The text in at most `width` cells, with an ellipsis where something was left out. */
export function cutToWidth(text: string, width: number): string {
  // A cell never takes more than this many characters into account: a 1 MB line stays cheap.
  const head = text.length > width * 16 ? text.slice(0, width * 16) : text
  if (head.length === text.length && textWidth(text) <= width) return text
  let used = 0
  let kept = ''
  for (const grapheme of graphemes(head)) {
    const cells = graphemeWidth(grapheme)
    if (used + cells > width - 1) break
    used += cells
    kept += grapheme
  }
  return `${kept}…`
}

/** The text filled with blanks to `width` cells. */
export function padToWidth(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)))
  return side === 'left' ? blanks + text : text + blanks
}
