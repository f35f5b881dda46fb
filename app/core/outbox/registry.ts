/*
 * The names of all jobs and listeners, made from the generated barrels: the file
 * app/notifications/jobs/send_email_job.ts is `notifications.send_email`. A handler's module is
 * imported when it first runs.
 */
import string from '@adonisjs/core/helpers/string'
import { jobs } from '#generated/jobs'
import { listeners } from '#generated/listeners'
import type { DomainEvent, JobClass } from '#core/outbox/job'

type Import = () => Promise<{ default: JobClass }>
interface Tree {
  [key: string]: Tree | Import
}

const handlers = new Map<string, Import>()
const loaded = new WeakMap<Import, JobClass>()

function collect(tree: Tree, path: string[]) {
  for (const [key, value] of Object.entries(tree)) {
    const name = [...path, string.snakeCase(key)]
    if (typeof value === 'function') handlers.set(name.join('.'), value as Import)
    else collect(value, name)
  }
}

collect(jobs as unknown as Tree, [])
collect(listeners as unknown as Tree, [])

/** Every job's and listener's name. */
export function jobNames(): string[] {
  return [...handlers.keys()].sort()
}

/** Every queue that some job goes to. */
export async function queueNames(): Promise<string[]> {
  const classes = await Promise.all(jobNames().map(jobClass))
  return [...new Set(classes.map(({ queue }) => queue))].sort()
}

/** @throws when no file makes this name */
export async function jobClass(name: string): Promise<JobClass> {
  const load = handlers.get(name)
  if (!load) throw new Error(`There is no job "${name}"`)
  // every job that is written asks for its class: an import takes its time even when it is cached
  const known = loaded.get(load)
  if (known) return known
  const { default: Job } = await load()
  loaded.set(load, Job)
  return Job
}

/** Lets another class do a job, or makes up a new one; for tests. @returns how to undo it */
export function swapHandler(name: string, Handler: JobClass): () => void {
  const before = handlers.get(name)
  handlers.set(name, async () => ({ default: Handler }))
  return () => {
    if (before) handlers.set(name, before)
    else handlers.delete(name)
  }
}

type EventClass = (abstract new (...args: any[]) => DomainEvent) & { eventName: string }

export interface Reactions {
  /** listeners that run inside the transaction of the event: all or nothing with it */
  within?: string[]
  /** listeners that run later, each in its own delivery */
  later?: string[]
}

const reactions = new Map<string, Reactions>()

/** Called by start/events.ts: which listeners an event is delivered to. */
export function react(event: EventClass, { within = [], later = [] }: Reactions) {
  for (const name of [...within, ...later]) {
    if (!handlers.has(name)) throw new Error(`start/events.ts names "${name}", which no file makes`)
  }
  reactions.set(event.eventName, { within, later })
}

export function reactionsTo(event: DomainEvent): Required<Reactions> {
  const known = reactions.get((event.constructor as unknown as EventClass).eventName)
  return { within: known?.within ?? [], later: known?.later ?? [] }
}
