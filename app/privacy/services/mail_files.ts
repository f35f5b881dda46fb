import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import type { Mask, Traces } from '#privacy/services/traces'

/**
 * The file drivers stand in for a mail server and write what they "send" into a folder. What was
 * sent to the person goes, and what told others about the person. A real server has sent it all long
 * ago.
 */
export async function removeWrittenMails(
  { email, phone }: Traces,
  others: { email: string | null }[],
  mask: Mask
) {
  const folder = app.makePath(env.get('OUTBOX_DIR'))
  const names = await readdir(folder).catch(() => []) // nothing was written yet
  const own = [email && asInName(email), phone?.replace(/\D/g, '')].filter((one) => !!one)
  const theirs = others.flatMap((other) => (other.email ? [asInName(other.email)] : []))
  for (const name of names) {
    const path = join(folder, name)
    const isOwn = own.some((address) => name.includes(`-${address}-`))
    const isTold = theirs.some((address) => name.includes(`-${address}-`))
    if (isOwn || (isTold && (await tellsOf(path, mask)))) await rm(path, { force: true })
  }
}

/** As app/core/mail/mailer.ts puts an address into the name of a file. */
const asInName = (address: string) => address.replace(/[^\w.@+-]/g, '_')

async function tellsOf(path: string, mask: Mask): Promise<boolean> {
  const text = unquoted(await readFile(path, 'utf8'))
  return mask(text) !== text
}

/** Quoted-printable, as mails are written, in plain letters. */
function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
