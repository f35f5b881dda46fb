import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import VerifyAudit from '#audit/queries/verify_audit'
import AuditVerificationTransformer from '#audit/transformers/audit_verification_transformer'
import { verificationValidator } from '#audit/validators/action_log'

/** 50,000 lines: some two seconds */
const SEALS_AT_ONCE = 100

/** Whether the audit trail is as it was sealed. */
@inject()
export default class VerificationController {
  constructor(private verifyAudit: VerifyAudit) {}

  /** Compare up to 100 seals with their lines; `nextSeal` says where to go on. */
  async show({ request, serialize }: HttpContext) {
    const { afterSeal } = await request.validateUsing(verificationValidator)
    const report = await this.verifyAudit.execute({ afterSeal, limit: SEALS_AT_ONCE })
    return serialize(AuditVerificationTransformer.transform(report))
  }
}
