import { configProvider } from '@adonisjs/core'
import { defineConfig, drivers } from '@adonisjs/core/encryption'
import { appKeyId, appKeys } from '#core/support/app_keys'

/** What values begin with that were encrypted before keys had names. */
const UNNAMED = 'gcm'

/**
 * AES-256-GCM by the first of our keys; each value begins with the name of the key that encrypted it,
 * so that one can be replaced while the program runs (docs/operations.md, Secrets).
 */
const keyedGcm = configProvider.create(async (app) => {
  const opened = async (id: string, key: string) =>
    (await drivers.aes256gcm({ id, keys: [key] }).resolver(app)).driver(key)
  const byKey = new Map(
    await Promise.all(
      appKeys().map(async (key) => {
        const named = await opened(appKeyId(key), key)
        const unnamed = await opened(UNNAMED, key)
        const decrypt = named.decrypt.bind(named)
        named.decrypt = (value, purpose) =>
          decrypt<any>(value, purpose) ?? unnamed.decrypt<any>(value, purpose)
        return [key, named] as const
      })
    )
  )
  return {
    keys: appKeys(),
    driver: (key: string | { release(): string }) => byKey.get(String(key))!,
  }
})

const encryptionConfig = defineConfig({ default: 'gcm', list: { gcm: keyedGcm } })

export default encryptionConfig

declare module '@adonisjs/core/types' {
  export interface EncryptorsList extends InferEncryptors<typeof encryptionConfig> {}
}
