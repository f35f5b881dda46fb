import { readFileSync } from 'node:fs'

let version: string | undefined

/** The version of this tool. */
export function soukVersion(): string {
  version ??= JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    .version as string
  return version
}

/** True when `one` is an earlier version than `other`; only x.y.z counts. */
export function isOlder(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => text.split('-')[0].split('.').map(Number))
  for (let part = 0; part < 3; part++) {
    if ((left[part] ?? 0) !== (right[part] ?? 0)) return (left[part] ?? 0) < (right[part] ?? 0)
  }
  return false
}
