/*
 * How a message begins: a row with the finished text, and a job to send it, both in the caller's
 * transaction. Secrets are kept encrypted beside the row until it is sent, then wiped.
 */
import encryption from '@adonisjs/core/services/encryption'
import env from '#start/env'
import type { Transaction } from '#core/database/write'
import { outbox } from '#core/outbox/outbox'
import { clock } from '#core/support/clock'
import { newId } from '#core/support/ids'
import {
  EMAIL_TEMPLATES,
  SMS_TEMPLATES,
  type DataOf,
  type EmailTemplate,
  type MessageTemplate,
  type SmsTemplate,
} from '#notifications/services/message_templates'

interface Common {
  userId: string | null
  /** values of the template's `{{placeholders}}` */
  secrets?: Record<string, string>
  /** epoch ms; after it the message is not sent any more */
  expiresAt?: number
}

export interface EmailRequest<Name extends EmailTemplate> extends Common {
  to: string
  template: Name
  data: DataOf<(typeof EMAIL_TEMPLATES)[Name]>
}

export interface SmsRequest<Name extends SmsTemplate> extends Common {
  to: string
  template: Name
  data: DataOf<(typeof SMS_TEMPLATES)[Name]>
}

/** @returns the id of the mail's log row */
export async function queueEmail<Name extends EmailTemplate>(
  trx: Transaction,
  request: EmailRequest<Name>
): Promise<string> {
  const template: MessageTemplate<any> = EMAIL_TEMPLATES[request.template]
  const id = newId('emailLog')
  await trx
    .insertQuery()
    .table('email_logs')
    .insert({
      ...row(id, request, template),
      to_address: request.to,
      subject: oneLine(template.subject(request.data)),
      message_id: `<${id}@${new URL(env.get('APP_URL')).hostname}>`,
    })
  await outbox.dispatch(trx, 'notifications.send_email', { emailLogId: id })
  return id
}

/** @returns the id of the text's log row */
export async function queueSms<Name extends SmsTemplate>(
  trx: Transaction,
  request: SmsRequest<Name>
): Promise<string> {
  const template: MessageTemplate<any> = SMS_TEMPLATES[request.template]
  const id = newId('smsLog')
  await trx
    .insertQuery()
    .table('sms_logs')
    .insert({ ...row(id, request, template), to_number: request.to })
  await outbox.dispatch(trx, 'notifications.send_sms', { smsLogId: id })
  return id
}

/**
 * Texts that went to a number before anybody knew whose it is become its owner's, to be read, exported
 * and erased with the account.
 *
 * @param since epoch ms
 */
export async function adoptTexts(trx: Transaction, userId: string, to: string, since: number) {
  await trx
    .from('sms_logs')
    .where({ to_number: to })
    .whereNull('user_id')
    .where('created_at', '>=', since)
    .update({ user_id: userId })
}

function row(
  id: string,
  request: Common & { template: string; data: object },
  template: MessageTemplate<any>
) {
  return {
    id,
    user_id: request.userId,
    template: request.template,
    template_version: template.version,
    body: template.body(request.data),
    secrets: request.secrets ? encryption.encrypt(request.secrets) : null,
    status: 'queued',
    attempts: 0,
    expires_at: request.expiresAt ?? null,
    created_at: clock.now(),
  }
}

/** A name with a line break must not become another header. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t\0]+/g, ' ').slice(0, 250)
}

/** Adds one entry to a user's in-app feed. */
export async function addToFeed(
  trx: Transaction,
  entry: { userId: string; kind: string; title: string; body: string; subjectId?: string }
) {
  await trx
    .insertQuery()
    .table('notifications')
    .insert({
      id: newId('notification'),
      user_id: entry.userId,
      kind: entry.kind,
      title: entry.title.slice(0, 160),
      body: entry.body,
      subject_id: entry.subjectId ?? null,
      created_at: clock.now(),
    })
}
