import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Fills the marketplace with approved partners, to see how it behaves when it is large. */
export default class PartnersGenerate extends BaseCommand {
  static commandName = 'partners:generate'
  static description = 'Add approved partners over real cities and categories, for load tests'
  static help = [
    'The same seed makes the same partners (their ids apart). They cannot log in; discovery and',
    'matching find them at once.',
    '',
    '{{ binaryName }} partners:generate 100000',
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
    const { generatePartners } = await import('#partners/services/generate_partners')
    await generatePartners(count, this.seed, (done) =>
      process.stderr.write(`${done} of ${count} partners\n`)
    )
  }
}
