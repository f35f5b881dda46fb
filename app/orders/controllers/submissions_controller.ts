import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import AnswerSubmission from '#orders/actions/answer_submission'
import OrderTransformer from '#orders/transformers/order_transformer'
import { answerSubmissionValidator } from '#orders/validators/submission'

/** Work that was handed in for a client's packages. */
@inject()
export default class SubmissionsController {
  constructor(private answerSubmission: AnswerSubmission) {}

  /** Approve a round of work, or ask for another one. */
  async update({ actor, params, request, serialize }: HttpContext) {
    const answer = await request.validateUsing(answerSubmissionValidator)
    const { orderId, submissionId } = params
    const order = await this.answerSubmission.execute({
      actor: actor!,
      orderId,
      submissionId,
      ...answer,
    })
    return serialize(OrderTransformer.transform(order))
  }
}
