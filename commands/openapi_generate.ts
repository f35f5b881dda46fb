import { writeFile } from 'node:fs/promises'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Writes the OpenAPI document from routes, controllers, validators and types. */
export default class OpenapiGenerate extends BaseCommand {
  static commandName = 'openapi:generate'
  static description = 'Write the OpenAPI document from routes, controllers, validators and types'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { makeDocument } = await import('../scripts/openapi/document.js')
    const document = await makeDocument(this.app.appRoot.pathname.replace(/\/$/, ''))
    const text = `${JSON.stringify(document, null, 2)}\n`
    await writeFile(this.app.makePath('app/core/openapi/openapi.json'), text)
    this.logger.success(
      `app/core/openapi/openapi.json: ${Object.keys(document.paths).length} paths`
    )
  }
}
