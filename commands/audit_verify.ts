import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Whether the audit trail is as it was sealed. */
export default class AuditVerify extends BaseCommand {
  static commandName = 'audit:verify'
  static description =
    'Compare the audit trail with its seals; exit 1 and name what was changed, removed or put in'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'A hash that was noted earlier: its seal must still be there' })
  declare expect?: string

  @flags.boolean({ description: 'Print JSON' })
  declare json: boolean

  async run() {
    const { default: VerifyAudit } = await import('#audit/queries/verify_audit')
    const { default: FindSeal } = await import('#audit/queries/find_seal')
    const { sentenceOf } = await import('#audit/services/difference_texts')
    const report = await new VerifyAudit().execute()
    const isKnown = this.expect === undefined || (await new FindSeal().byHash(this.expect)) !== null
    if (!report.isSound || !isKnown) this.exitCode = 1
    if (this.json) return this.logger.log(JSON.stringify({ ...report, isKnown }, null, 2))

    for (const difference of report.differences)
      this.logger.log(`${this.colors.red('wrong')}  ${sentenceOf(difference)}`)
    if (report.differenceCount > report.differences.length)
      this.logger.log(`and ${report.differenceCount - report.differences.length} more`)
    if (!isKnown)
      this.logger.log(`${this.colors.red('wrong')}  no seal has the hash ${this.expect}`)
    const { seals, entries, redacted, otherKey, unsealed, lastSeal } = report
    this.logger.log(
      `${seals} seals over ${entries} lines (${redacted} erased), ${unsealed.entries} not sealed yet`
    )
    if (otherKey > 0)
      this.logger.log(`${otherKey} seals were signed with another APP_KEY; their chain holds`)
    if (lastSeal) this.logger.log(`last seal ${lastSeal.id}: ${lastSeal.hash}`)
    if (report.isSound && isKnown) this.logger.log(this.colors.green('nothing was changed'))
  }
}
