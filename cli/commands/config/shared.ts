import { settings } from '../../config.ts'
import { UsageError } from '../../errors.ts'
import { suggest } from '../../suggest.ts'

/** The setting of this name, or the error that lists them. */
export function knownSetting(name: string) {
  const names = Object.keys(settings)
  if (names.includes(name)) return settings[name]
  const guess = suggest(name, names)
  throw new UsageError(`there is no setting "${name}"; there are: ${names.join(', ')}`, {
    code: 'unknown_setting',
    hint: guess ? `did you mean ${guess}?` : undefined,
  })
}
