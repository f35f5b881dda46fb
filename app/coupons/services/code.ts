/** How a code is kept: people type it in any case, with blanks around it. */
export function codeOf(text: string): string {
  return text.trim().toUpperCase()
}
