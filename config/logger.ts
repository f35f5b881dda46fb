import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { defineConfig, targets } from '@adonisjs/core/logger'
import { redaction } from '#core/logging/redaction'

const logFile = app.makePath(env.get('LOG_FILE'))
const level = env.get('LOG_LEVEL')

/** A file a day beside LOG_FILE, two weeks of them; pino-roll needs the folder to exist. */
function dailyFile(file: string, lowest: string) {
  return {
    target: 'pino-roll',
    level: lowest,
    options: {
      file,
      frequency: 'daily',
      dateFormat: 'yyyy-MM-dd',
      extension: '.log',
      mkdir: true,
      limit: { count: 14 },
    },
  }
}

function destinations() {
  if (app.inTest || level === 'silent') return [targets.file({ destination: 1 })]
  const console =
    app.inDev && process.stdout.isTTY
      ? [targets.pretty({ colorize: true })]
      : [targets.file({ destination: 1 })]
  return [...console, dailyFile(logFile, level), dailyFile(`${logFile}-errors`, 'error')]
}

if (!app.inTest) mkdirSync(dirname(logFile), { recursive: true })

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: level !== 'silent',
      name: 'souk',
      level,
      redact: redaction,
      transport: { targets: destinations() },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
