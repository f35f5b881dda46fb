/*
 * Sends one finished mail, by SMTP or into a folder of .eml files (the embedded form). Only the
 * e-mail job calls it (app/notifications), never a request.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import type { Transporter } from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  text: string
  /** RFC 5322 Message-ID; the same on every try, so that a receiver can tell a repeat */
  messageId: string
}

/** What the provider said, kept in the mail's log row. */
export interface MailReceipt {
  response: string
}

let smtp: Transporter | undefined

/** Loaded by the first mail: most processes never send one. */
const nodemailer = () => import('nodemailer')

async function smtpTransport(): Promise<Transporter> {
  const { createTransport } = await nodemailer()
  smtp ??= createTransport({
    host: env.get('EMAIL_HOST'),
    port: env.get('EMAIL_PORT'),
    secure: env.get('EMAIL_PORT') === 465,
    auth: env.get('EMAIL_USER')
      ? { user: env.get('EMAIL_USER'), pass: env.get('EMAIL_PASS') }
      : undefined,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return smtp
}

/** @throws when the server refuses the mail or cannot be reached; the job then tries again */
export async function sendMail(mail: Mail): Promise<MailReceipt> {
  const message = {
    from: env.get('EMAIL_FROM'),
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
  }
  if (env.get('MAIL_DRIVER') === 'smtp') {
    const info = await (await smtpTransport()).sendMail(message)
    return { response: info.response }
  }
  return writeEml(message)
}

async function writeEml(message: { to: string; messageId: string }): Promise<MailReceipt> {
  const { createTransport } = await nodemailer()
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  const { message: raw } = await composer.sendMail(message)
  const folder = app.makePath(env.get('OUTBOX_DIR'))
  await mkdir(folder, { recursive: true })
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const to = message.to.replace(/[^\w.@+-]/g, '_')
  const path = join(folder, `${stamp}-${to}-${message.messageId.slice(1, 9)}.eml`)
  await writeFile(path, raw as Buffer)
  logger.info({ file: path }, 'mail written')
  return { response: `written to ${path}` }
}

/** Closes the SMTP connection, if one is open. */
export function closeMailer() {
  smtp?.close()
  smtp = undefined
}
