/*
 * Every environment variable of Souk, read and checked once at boot (docs/operations.md explains
 * them). A wrong value stops the start with a sentence that names the variable and what is allowed.
 */
import { Env } from '@adonisjs/core/env'
import {
  duration,
  integer,
  list,
  neededBy,
  neededBySetting,
  oneOf,
  optionalUrl,
  secret,
  someOf,
  text,
  timeZone,
  url,
} from './env_rules.js'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: oneOf(['development', 'production', 'test'], 'development'),
  PORT: integer({ min: 0, max: 65_535, default: 3333 }),
  HOST: text('127.0.0.1'),
  APP_KEY: secret({ minLength: 32 }),
  APP_URL: url('http://127.0.0.1:3333'),
  CLIENT_URL: url('http://127.0.0.1:3000'),
  ALLOWED_ORIGINS: list(['http://127.0.0.1:3000', 'http://localhost:3000']),
  TRUSTED_PROXIES: list([]),
  TZ: timeZone('UTC'),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
  LOG_FILE: text('tmp/logs/souk'),

  DB_CONNECTION: oneOf(['sqlite', 'mysql'], 'sqlite'),
  DB_FILE: text('tmp/souk.sqlite3'),
  DB_HOST: text('127.0.0.1'),
  DB_PORT: integer({ min: 1, max: 65_535, default: 3306 }),
  DB_USER: text('souk'),
  DB_PASSWORD: text(''),
  DB_DATABASE: text('souk'),
  DB_POOL_MAX: integer({ min: 1, max: 500, default: 10 }),

  QUEUE_DRIVER: oneOf(['outbox', 'bull'], 'outbox'),
  WORKER_IN_SERVER: oneOf(['auto', 'yes', 'no'], 'auto'),
  REDIS_HOST: text('127.0.0.1'),
  REDIS_PORT: integer({ min: 1, max: 65_535, default: 6379 }),
  REDIS_PASSWORD: text(''),

  JWT_SECRET: secret({ minLength: 32 }),
  JWT_EXPIRE: duration('15m'),
  REFRESH_TOKEN_EXPIRE: duration('30d'),

  MAIL_DRIVER: oneOf(['file', 'smtp'], 'file'),
  EMAIL_HOST: neededBy('MAIL_DRIVER', 'smtp'),
  EMAIL_PORT: integer({ min: 1, max: 65_535, default: 25 }),
  EMAIL_USER: text(''),
  EMAIL_PASS: text(''),
  EMAIL_FROM: text('Souk <no-reply@souk.test>'),
  SMS_DRIVER: oneOf(['file', 'twilio'], 'file'),
  TWILIO_ACCOUNT_SID: neededBy('SMS_DRIVER', 'twilio'),
  TWILIO_AUTH_TOKEN: neededBy('SMS_DRIVER', 'twilio'),
  TWILIO_FROM: neededBy('SMS_DRIVER', 'twilio'),
  TWILIO_BASE_URL: url('https://api.twilio.com'),
  OUTBOX_DIR: text('tmp/outbox'),

  DRIVE_DISK: oneOf(['fs', 's3'], 'fs'),
  DRIVE_ROOT: text('tmp/storage'),
  S3_BUCKET: neededBy('DRIVE_DISK', 's3'),
  S3_REGION: text('us-east-1'),
  S3_ENDPOINT: text(''),
  S3_ACCESS_KEY_ID: neededBy('DRIVE_DISK', 's3'),
  S3_SECRET_ACCESS_KEY: neededBy('DRIVE_DISK', 's3'),

  RATE_LIMIT_MAX_REQUESTS: integer({ min: 1, max: 10_000_000, default: 100 }),
  RATE_LIMIT_WINDOW_MS: integer({ min: 1_000, max: 86_400_000, default: 900_000 }),
  RATE_LIMIT_AUTH_MAX: integer({ min: 1, max: 10_000_000, default: 5 }),
  RATE_LIMIT_STAFF_MAX: integer({ min: 1, max: 10_000_000, default: 10_000 }),

  PAYMENT_GATEWAYS: someOf(['sandbox', 'stripe', 'paypal', 'razorpay'], ['sandbox']),
  SANDBOX_WEBHOOK_SECRET: list([]),
  SANDBOX_WEBHOOK_URL: optionalUrl(),
  SHEET_LOG_URL: optionalUrl(),
  SHEET_LOG_SECRET: neededBySetting('SHEET_LOG_URL'),

  WITHDRAWAL_MINIMUM: integer({ min: 1, max: 1_000_000_000, default: 1_000 }),
  WITHDRAWAL_TWO_APPROVALS_OVER: integer({ min: 0, max: 1_000_000_000_000, default: 100_000 }),

  LEADS_PER_INQUIRY: integer({ min: 1, max: 50, default: 5 }),

  REVIEW_EDIT_DAYS: integer({ min: 0, max: 365, default: 14 }),
  ORDER_EXPIRES: duration('30m'),
  MAX_UNPAID_ORDERS: integer({ min: 1, max: 10_000, default: 20 }),
  HOLD_DAYS: integer({ min: 0, max: 365, default: 7 }),
  COMMISSION_BPS: integer({ min: 0, max: 10_000, default: 1000 }),
  MIN_CLI_VERSION: text('0.1.0'),
})
