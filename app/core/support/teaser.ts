const LENGTH = 280

/** The beginning of a text, for lists. */
export function teaserOf(text: string): string {
  const letters = [...text]
  return letters.length <= LENGTH ? text : `${letters.slice(0, LENGTH - 1).join('')}…`
}
