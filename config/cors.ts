import env from '#start/env'
import { defineConfig } from '@adonisjs/cors'

/** Exact origins only: a wildcard together with cookies would let any page act for its visitor. */
const corsConfig = defineConfig({
  enabled: true,
  origin: env.get('ALLOWED_ORIGINS'),
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  headers: true,
  exposeHeaders: [
    'X-Request-Id',
    'X-Api-Version',
    'X-Min-Cli-Version',
    'Idempotency-Replayed',
    'X-Dry-Run',
    'X-Impersonation-Session',
    'Retry-After',
    'X-RateLimit-Limit',
    'X-RateLimit-Remaining',
  ],
  credentials: true,
  maxAge: 600,
})

export default corsConfig
