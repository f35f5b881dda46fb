/*
 * After a commit that wrote jobs, the worker in this process (or Redis, in the Bull driver) is told
 * at once, so that nobody waits for the next poll. A lost nudge costs a second, never a job.
 */
export interface FreshJob {
  id: string
  queue: string
}

type Nudge = (job: FreshJob) => void

const nudges = new Set<Nudge>()

export function onWake(nudge: Nudge): () => void {
  nudges.add(nudge)
  return () => nudges.delete(nudge)
}

export function wakeWorkers(job: FreshJob) {
  for (const nudge of nudges) nudge(job)
}
