import type { ListMeta } from '../../http.ts'
import type { Row } from '../../output/columns.ts'

/** What staff need to look after jobs and the schedule. */
export const PERMISSION = 'system.operate'

const COUNTS = ['waiting', 'active', 'delayed', 'failed']

/** What a page of jobs says of each queue with unfinished jobs. */
export function queuesOf(meta: ListMeta): Row[] {
  const { queues } = meta as { queues?: Row[] }
  return Array.isArray(queues) ? queues : []
}

/** `mail: 3 waiting, 1 failed`: the counts that are not nought. */
export function queueNote(queue: Row): string {
  const counts = COUNTS.filter((name) => Number(queue[name]) > 0)
  return `${queue.queue}: ${counts.map((name) => `${queue[name]} ${name}`).join(', ')}`
}
