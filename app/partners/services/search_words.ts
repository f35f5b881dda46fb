/** What InnoDB leaves out of its full text index by itself, so nobody can be asked to have it. */
const STOP_WORDS = new Set(
  (
    'a about an are as at be by com de en for from how i in is it la of on or that the this to ' +
    'was what when where who will with und www'
  ).split(' ')
)

/** At most eight words of a search, without signs: each must begin a word of the text. */
export function searchWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words)].filter((word) => !STOP_WORDS.has(word)).slice(0, 8)
}
