import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { receiveFiles } from '#core/files/receive'
import { storeDocument } from '#core/files/store'
import SubmitVerification, { type SubmittedDocument } from '#partners/actions/submit_verification'
import { invalidFields } from '#partners/errors'
import GetOwnProfile from '#partners/queries/get_own_profile'
import ListSubmissions from '#partners/queries/list_submissions'
import OwnVerificationTransformer from '#partners/transformers/own_verification_transformer'
import { submitVerificationValidator } from '#partners/validators/verification'

const DOCUMENTS = { field: 'documents', maxCount: 6, maxBytes: 8 * 1024 ** 2 }

/** A partner's own verification: where it stands, and submitting for it. */
@inject()
export default class VerificationsController {
  constructor(
    private getOwnProfile: GetOwnProfile,
    private listSubmissions: ListSubmissions,
    private submitVerification: SubmitVerification
  ) {}

  /** Where the own verification stands, with every submission and the reason of a rejection. */
  async show({ actor, serialize }: HttpContext) {
    const profile = await this.getOwnProfile.execute(actor!)
    const submissions = await this.listSubmissions.execute(profile.partner.id)
    return serialize(OwnVerificationTransformer.transform({ ...profile, submissions }))
  }

  /** Submit for verification with documents (multipart: `documents`, `kinds[]`, `note`). */
  async store(ctx: HttpContext) {
    const actor = ctx.actor!
    const { partner } = await this.getOwnProfile.execute(actor)
    const files = await receiveFiles(ctx, { ...DOCUMENTS, accept: ['image', 'pdf'] })
    const { note, kinds } = await ctx.request.validateUsing(submitVerificationValidator)
    if (kinds.length !== files.length) throw kindsDoNotMatch()
    await this.submitVerification.check(partner)
    const documents: SubmittedDocument[] = []
    for (const [index, file] of files.entries()) {
      const staged = await storeDocument(file, { ownerId: actor.id, purpose: 'verification' })
      documents.push({ kind: kinds[index], file: staged })
    }
    await this.submitVerification.execute({ actor, note, documents })
    ctx.response.status(201)
    return this.show(ctx)
  }
}

function kindsDoNotMatch() {
  return invalidFields([
    { field: 'kinds', rule: 'sameLength', message: 'Send one of kinds[] for each of documents' },
  ])
}
