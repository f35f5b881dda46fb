import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, destination } from '@adonisjs/core/logger'
import { logStreams } from '#core/logging/destinations'
import { redaction } from '#core/logging/redaction'

const level = env.get('LOG_LEVEL')

async function streams() {
  if (app.inTest || level === 'silent') return destination({ dest: 1, sync: true })
  const isForPeople = app.inDev && process.stdout.isTTY
  return logStreams(app.makePath(env.get('LOG_FILE')), level, isForPeople)
}

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: level !== 'silent',
      name: 'souk',
      level,
      redact: redaction,
      destination: await streams(),
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
