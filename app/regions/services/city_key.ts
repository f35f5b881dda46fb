const LETTERS: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ə: 'a',
  '’': "'", '‘': "'", 'ʻ': "'", 'ʼ': "'", '`': "'",
} // prettier-ignore

/**
 * A city's name as people type it: no capitals, no accents, plain apostrophes ("Łódź" -> "lodz").
 * Both databases compare these keys byte by byte, so a prefix is a range of the index.
 */
export function cityKey(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\x20-\x7e]/g, (letter) => LETTERS[letter] ?? letter)
    .trim()
    .slice(0, 190)
}
