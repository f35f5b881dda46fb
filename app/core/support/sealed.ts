import encryption from '@adonisjs/core/services/encryption'

/**
 * What an encrypted column holds.
 * @throws when none of our keys opens it: half a message or an empty answer would be worse
 */
export function openSealed<T>(value: string): T {
  const opened = encryption.decrypt<T>(value)
  if (opened === null)
    throw new Error(
      'An encrypted value cannot be read: was APP_KEY changed without APP_PREVIOUS_KEYS?'
    )
  return opened
}
