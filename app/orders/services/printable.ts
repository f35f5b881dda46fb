/*
 * Text for the fonts that every PDF reader has: they know the signs of Windows-1252 and no others.
 */
import string from '@adonisjs/core/helpers/string'

/** beyond Latin-1 */
const MORE = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

/**
 * The nearest text that can be printed: what has no sign of its own loses its accents (ő -> o), is
 * spelled in Latin letters (Ж -> Zh), or becomes a question mark; control signs become spaces.
 *
 * @param longest in signs; what is longer is cut
 */
export function printable(text: string, longest = 300): string {
  const signs = [
    ...text
      .toWellFormed()
      .normalize('NFC')
      .slice(0, 4 * longest),
  ]
  const printed = signs.map(signOf).join('').replace(/\s+/g, ' ').trim()
  return printed.length > longest ? `${printed.slice(0, longest - 1)}…` : printed
}

function signOf(sign: string): string {
  if (/\p{Cc}|\p{Z}/u.test(sign)) return ' '
  if (/\p{Cf}|\p{M}/u.test(sign)) return ''
  if (isKnown(sign)) return sign
  const plain = [...sign.normalize('NFKD')].filter(isKnown).join('')
  if (plain) return plain
  const spelled = [...string.slug(sign, { replacement: '', strict: false })]
    .filter(isKnown)
    .join('')
  return spelled || '?'
}

function isKnown(sign: string): boolean {
  const code = sign.codePointAt(0)!
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || MORE.has(sign)
}
