import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Fills the shops of approved partners, to see how the catalogue behaves when it is large. */
export default class CatalogueGenerate extends BaseCommand {
  static commandName = 'catalogue:generate'
  static description = 'Add products, packages and events of approved partners, for load tests'
  static help = [
    'The same seed makes the same listings (their ids apart) over the same partners.',
    '',
    '{{ binaryName }} catalogue:generate 100000',
  ]
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'How many' })
  declare count: string

  @flags.number({ description: 'Where the random numbers begin', default: 1 })
  declare seed: number

  async run() {
    const count = Number(this.count)
    if (!Number.isInteger(count) || count < 1 || count > 1_000_000) {
      this.logger.error('How many must be a whole number from 1 to 1000000')
      this.exitCode = 1
      return
    }
    const { generateListings } = await import('#catalogue/services/generate_listings')
    await generateListings(count, this.seed, (done) =>
      process.stderr.write(`${done} of ${count} listings\n`)
    )
  }
}
