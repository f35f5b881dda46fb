import proxyAddr from 'proxy-addr'
import env from '#start/env'
import { defineConfig } from '@adonisjs/core/http'
import { refuseBadUrl } from '#core/http/plain_refusal'

/** Encrypts values that must be read again; see config/encryption.ts. */
export const appKey = env.get('APP_KEY')

/** The address under which the world reaches this server. */
export const appUrl = env.get('APP_URL')

/** Only these peers may say, by X-Forwarded-For, whom they speak for. */
const isTrustedProxy = proxyAddr.compile(env.get('TRUSTED_PROXIES'))

export const http = defineConfig({
  generateRequestId: false,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: true,
  onBadUrl: refuseBadUrl,
  trustProxy: (address, distance) => isTrustedProxy(address, distance),
  cookie: {
    domain: '',
    path: '/',
    maxAge: '2h',
    httpOnly: true,
    secure: env.get('NODE_ENV') === 'production',
    sameSite: 'lax',
  },
})
