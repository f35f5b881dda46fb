import { Job } from '#core/outbox/job'
import PayOut from '#withdrawals/actions/pay_out'

/** Has the gateway pay an approved withdrawal. */
export default class PayOutJob extends Job<{ withdrawalId: string }> {
  async handle({ withdrawalId }: { withdrawalId: string }) {
    await new PayOut().execute({ withdrawalId })
  }
}
