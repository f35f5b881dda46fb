import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import { spec } from '@japa/runner/reporters'
import type { Config } from '@japa/runner/types'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { createServer } from '#core/http/node_server'
import { closeDatabase, freshDatabase } from '#tests/helpers/database'

export const plugins: Config['plugins'] = [assert(), pluginAdonisJS(app), apiClient()]

/** The last line of a run, for machines: "12 passed, 0 failed". */
const closingLine = {
  name: 'closing line',
  handler(runner: any, emitter: any) {
    emitter.on('runner:end', () => {
      const { passed, failed, skipped } = runner.getSummary().aggregates
      const line = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
      process.on('exit', () => process.stdout.write(`\n${line}\n`))
    })
  },
}

export const reporters: Config['reporters'] = {
  activated: ['spec', closingLine.name],
  list: [spec(), closingLine],
}

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [freshDatabase],
  teardown: [closeDatabase],
}

const SUITES_WITH_SERVER = ['functional', 'conventions', 'flows']

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (SUITES_WITH_SERVER.includes(suite.name))
    return suite.setup(() => testUtils.httpServer().start(createServer))
}
