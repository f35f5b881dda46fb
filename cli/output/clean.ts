/*
 * Text that customers wrote is hostile until cleaned: an escape sequence in a shop name must not
 * reach the admin's terminal, nor may an invisible character turn the reading order around.
 */
import { stripVTControlCharacters } from 'node:util'

// C0 without newline, DEL, C1: what is left of an escape sequence after the strip, and lone bells.
const CONTROL = /(?!\n)\p{Cc}/gu
// Marks, embeddings, overrides and isolates that reorder text, and the line separators.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const SEPARATOR = /[\u2028\u2029]/g
const UNSAFE = /[^\u0020-\u007e\u00a0-\u060f\n]/

/** Safe text; newlines stay, tabs become a blank, other control characters become U+FFFD. */
export function cleanText(text: string): string {
  if (!UNSAFE.test(text)) return text
  return stripVTControlCharacters(text)
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replace(SEPARATOR, '\n')
    .replace(CONTROL, '\ufffd')
    .replace(BIDI, '')
}

/** Safe text on one line, for a table cell, a label, an error. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s*\n\s*/g, ' ')
}

/** JSON text whose strings cannot act on a terminal; it still parses to the same value. */
export function cleanJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
