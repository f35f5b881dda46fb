import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { TableWorker } from '#core/queue/worker'
import { openSealed } from '#core/support/sealed'

/** Leaves every job undone: of tests that make many, and look at none. */
export async function dropAllJobs() {
  await db.from('outbox').where('state', 'pending').delete()
}

/**
 * The secrets of the newest message that waits for an address or a number: a code, or a link's token.
 * Reads what is queued, so that no other test's jobs have to be done before.
 */
export async function secretsQueuedFor(
  addressOrNumber: string
): Promise<{ code: string; token: string }> {
  const [table, column] = addressOrNumber.includes('@')
    ? ['email_logs', 'to_address']
    : ['sms_logs', 'to_number']
  const newest = await db
    .from(table)
    .where(column, addressOrNumber)
    .whereNotNull('secrets')
    .orderBy('id', 'desc')
    .firstOrFail()
  return openSealed(newest.secrets)
}

/** Runs every job that is due, as the worker would, until none is left. */
export function drainOutbox(): Promise<number> {
  return new TableWorker().drain()
}

/**
 * Drops the unfinished jobs of some domains: those that earlier tests have left behind, so that a test
 * which counts what leaves sees its own alone; or one's own, which would take others long.
 */
export async function dropJobs(...domains: string[]) {
  for (const domain of domains)
    await db.from('outbox').where('state', 'pending').where('name', 'like', `${domain}.%`).delete()
}

/** The texts of the mails written for one address, oldest first. Drain the outbox before. */
export async function mailsTo(address: string): Promise<string[]> {
  const folder = app.makePath(env.get('OUTBOX_DIR'))
  const names = (await readdir(folder)).filter(
    (name) => name.endsWith('.eml') && name.includes(address.replace(/[^\w.@+-]/g, '_'))
  )
  return Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')))
}

/** The text messages written for one number, oldest first. */
export async function textsTo(phone: string): Promise<string[]> {
  const folder = app.makePath(env.get('OUTBOX_DIR'))
  const names = (await readdir(folder)).filter(
    (name) => name.endsWith('.txt') && name.includes(phone.replace(/\D/g, ''))
  )
  return Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')))
}

/** The code in the newest message for an address or number that has one. */
export async function codeSentTo(addressOrNumber: string): Promise<string> {
  await drainOutbox()
  const read = addressOrNumber.includes('@') ? mailsTo : textsTo
  const codes = (await read(addressOrNumber)).flatMap(
    (text) => text.match(/\bcode is (\d{6})/)?.[1] ?? []
  )
  if (codes.length === 0) throw new Error(`No code was sent to ${addressOrNumber}`)
  return codes.at(-1)!
}

/** The token in the newest link mailed to an address. */
export async function linkTokenSentTo(address: string): Promise<string> {
  await drainOutbox()
  const tokens = (await mailsTo(address)).flatMap(
    (text) => text.replace(/=\r?\n/g, '').match(/reset-password\/([\w-]{43})/)?.[1] ?? []
  )
  if (tokens.length === 0) throw new Error(`No link was sent to ${address}`)
  return tokens.at(-1)!
}
