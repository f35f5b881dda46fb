/*
 * Sends one text message, by Twilio or into a folder of .txt files (the embedded form). Only the
 * text job calls it (app/notifications).
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'

export interface TextMessage {
  /** E.164 */
  to: string
  body: string
  /** names the file of the embedded form */
  id: string
}

/** @throws when the provider refuses or cannot be reached; the job then tries again */
export async function sendText(message: TextMessage): Promise<{ response: string }> {
  return env.get('SMS_DRIVER') === 'twilio' ? sendByTwilio(message) : writeTxt(message)
}

async function sendByTwilio({ to, body }: TextMessage) {
  const { default: twilio } = await import('twilio')
  const base = env.get('TWILIO_BASE_URL')
  const httpClient = new twilio.RequestClient({ timeout: 10_000 })
  const request = httpClient.request.bind(httpClient)
  httpClient.request = (options) =>
    request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, base) })
  const client = twilio(env.get('TWILIO_ACCOUNT_SID'), env.get('TWILIO_AUTH_TOKEN'), { httpClient })
  const sent = await client.messages.create({ to, body, from: env.get('TWILIO_FROM') })
  return { response: `${sent.status} ${sent.sid}` }
}

async function writeTxt({ to, body, id }: TextMessage) {
  const folder = app.makePath(env.get('OUTBOX_DIR'))
  await mkdir(folder, { recursive: true })
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const path = join(folder, `${stamp}-${to.replace(/\D/g, '')}-${id.slice(-8)}.txt`)
  await writeFile(path, `To: ${to}\n\n${body}\n`)
  logger.info({ file: path }, 'text message written')
  return { response: `written to ${path}` }
}
