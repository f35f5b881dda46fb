/*
 * What tells this computer to the server at the next log-in: with it a log-in is no news to the
 * account's owner, and strangers who guess at the account do not lock this computer out. It opens
 * nothing by itself, unless a log-in was made with --remember-device.
 */
import { join } from 'node:path'
import { guardSecretFile, readIfExists, writePrivate } from './files.ts'
import type { Context } from './context.ts'

/** Tokens of this computer, by server and account. */
type Devices = Record<string, string>

/** The token for an account at this profile's server; undefined when it has none yet. */
export async function deviceToken(context: Context, email: string): Promise<string | undefined> {
  const token = (await read(context))[await keyOf(context, email)]
  context.redactor.remember(token)
  return token
}

/** Keeps what a log-in has handed out. */
export async function keepDevice(context: Context, email: string, token: string): Promise<void> {
  context.redactor.remember(token)
  const devices = { ...(await read(context)), [await keyOf(context, email)]: token }
  await writePrivate(pathOf(context), `${JSON.stringify(devices, null, 2)}\n`)
}

async function read(context: Context): Promise<Devices> {
  const text = await readIfExists(pathOf(context))
  if (text === undefined) return {}
  await guardSecretFile(pathOf(context), (what) => context.talk.note(what))
  try {
    return JSON.parse(text) as Devices
  } catch {
    return {} // a broken file costs one mail about a new device, not the log-in
  }
}

async function keyOf(context: Context, email: string): Promise<string> {
  const profile = await context.profile()
  return `${new URL(profile.apiUrl.value).origin} ${email.trim().toLowerCase()}`
}

function pathOf(context: Context): string {
  return join(context.paths.config, 'devices.json')
}
