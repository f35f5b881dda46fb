import logger from '@adonisjs/core/services/logger'
import { write } from '#core/database/write'
import CheckIntegrity, { type IntegrityReport } from '#integrity/queries/check_integrity'

/**
 * Checks every invariant and remembers what is wrong: while there is any finding, no money leaves
 * (app/ledger/services/brake.ts); selling goes on.
 */
export default class LookAtBooks {
  constructor(private checkIntegrity = new CheckIntegrity()) {}

  async execute(progress?: (name: string) => void): Promise<IntegrityReport> {
    const report = await this.checkIntegrity.execute(progress)
    const wrong = report.invariants.filter(({ differences }) => differences > 0)
    await write(async (trx) => {
      await trx.from('integrity_findings').delete()
      if (wrong.length === 0) return
      const rows = wrong.map(({ name, differences, examples }) => ({
        invariant: name,
        differences,
        examples: JSON.stringify(examples),
        found_at: report.checkedAt,
      }))
      await trx.insertQuery().table('integrity_findings').multiInsert(rows)
    })
    for (const { name, differences, examples } of wrong)
      logger.error({ invariant: name, differences, examples }, 'the books are not sound')
    return report
  }
}
