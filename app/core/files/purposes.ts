/*
 * What files are for. The files of a public purpose are served to anybody who knows their id; the
 * others only by a route that asks who wants them.
 */
const VISIBILITY = {
  avatar: 'public',
  portfolio: 'public',
  banner: 'public',
  listing: 'public',
  verification: 'private',
  submission: 'private',
  invoice: 'private',
  export: 'private',
} as const

export type FilePurpose = keyof typeof VISIBILITY

export const PUBLIC_PURPOSES = Object.entries(VISIBILITY)
  .filter(([, visibility]) => visibility === 'public')
  .map(([purpose]) => purpose)

export function isPublicPurpose(purpose: string): boolean {
  return PUBLIC_PURPOSES.includes(purpose)
}

/** Files that the platform writes itself, about somebody: they take nothing of that person's quota. */
export const UNCOUNTED: FilePurpose[] = ['invoice', 'export']
