import { Job } from '#core/outbox/job'
import SweepTraces from '#privacy/actions/sweep_traces'

/** Looks for an erased person in what others keep; running twice finds nothing more. */
export default class SweepTracesJob extends Job<{ erasureId: string }> {
  async handle({ erasureId }: { erasureId: string }) {
    await new SweepTraces().execute({ erasureId })
  }
}
