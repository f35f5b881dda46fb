/*
 * What Souk writes to people. A template gets plain values and returns the finished text; a secret
 * (a code, a link) stands in the text as `{{name}}` and is put in at the moment of sending, so the
 * log keeps the message without it. Raise the version when the words change.
 */
import env from '#start/env'

export interface MessageTemplate<Data extends object> {
  version: number
  subject(data: Data): string
  body(data: Data): string
}

function define<Data extends object>(template: MessageTemplate<Data>): MessageTemplate<Data> {
  return template
}

const site = () => env.get('CLIENT_URL')
/** What people typed has no secrets to fill in: its braces are not ours. */
const plain = (text: string) => text.replaceAll('{{', '{ {')
const goodbye = '\n\nThe Souk team\n'

export const EMAIL_TEMPLATES = {
  // to whoever has that address: by the name that somebody typed it would greet in a stranger's words
  verify_email: define<{ minutes: number }>({
    version: 2,
    subject: () => 'Your Souk code',
    body: ({ minutes }) =>
      `Hello,\n\nyour code is {{code}}. It is good for ${minutes} minutes.\n` +
      `If you did not ask for it, nothing has happened: just delete this mail.${goodbye}`,
  }),
  already_registered: define<{ name: string }>({
    version: 1,
    subject: () => 'You already have a Souk account',
    body: ({ name }) =>
      `Hello ${name},\n\nsomebody tried to sign up with this address, which has an account already.\n` +
      `If it was you, log in, or ask for a new password at ${site()}/forgot-password.${goodbye}`,
  }),
  welcome: define<{ name: string }>({
    version: 1,
    subject: ({ name }) => `Welcome to Souk, ${name}`,
    body: ({ name }) => `Hello ${name},\n\nyour address is confirmed. Good to have you.${goodbye}`,
  }),
  choose_password: define<{ minutes: number }>({
    version: 1,
    subject: () => 'Choose a password for Souk',
    body: ({ minutes }) =>
      `Hello,\n\nyour address is confirmed. More than one password was given for it before it was, and not ` +
      `every one may be yours: so none of them opens your account. Choose one here, within ${minutes} ` +
      `minutes:\n${site()}/reset-password/{{token}}\n\nLater, ask for another link at ` +
      `${site()}/forgot-password. See whether your name is right, too.${goodbye}`,
  }),
  login_code: define<{ name: string; minutes: number }>({
    version: 1,
    subject: () => 'Your Souk log-in code',
    body: ({ name, minutes }) =>
      `Hello ${name},\n\nyour log-in code is {{code}}. It is good for ${minutes} minutes.\n` +
      `If you are not logging in right now, change your password.${goodbye}`,
  }),
  password_reset: define<{ name: string; minutes: number }>({
    version: 1,
    subject: () => 'A new password for Souk',
    body: ({ name, minutes }) =>
      `Hello ${name},\n\nset a new password here, within ${minutes} minutes:\n` +
      `${site()}/reset-password/{{token}}\n\nIf you did not ask for it, ignore this mail.${goodbye}`,
  }),
  password_changed: define<{ name: string }>({
    version: 1,
    subject: () => 'Your Souk password was changed',
    body: ({ name }) =>
      `Hello ${name},\n\nyour password was changed and your other sessions were ended.\n` +
      `If it was not you, ask for a new password at once: ${site()}/forgot-password.${goodbye}`,
  }),
  session_stolen: define<{ name: string }>({
    version: 1,
    subject: () => 'A session of yours was ended',
    body: ({ name }) =>
      `Hello ${name},\n\na token of one of your sessions was used twice, which happens when somebody\n` +
      `copied it. We ended that session. Log in again, and change your password to be safe.${goodbye}`,
  }),
  account_suspended: define<{ name: string; reason: string; until: string }>({
    version: 1,
    subject: () => 'Your Souk account is suspended',
    body: ({ name, reason, until }) =>
      `Hello ${name},\n\nyour account is suspended${until && ` until ${until}`}:\n\n${reason}\n\n` +
      `You cannot log in meanwhile. Answer this mail if you think that this is wrong.${goodbye}`,
  }),
  account_banned: define<{ name: string; reason: string }>({
    version: 1,
    subject: () => 'Your Souk account is closed',
    body: ({ name, reason }) =>
      `Hello ${name},\n\nwe have closed your account for good:\n\n${reason}\n\n` +
      `What you have earned stays yours. Answer this mail if you think that this is wrong.${goodbye}`,
  }),
  account_activated: define<{ name: string }>({
    version: 1,
    subject: () => 'Your Souk account is open again',
    body: ({ name }) => `Hello ${name},\n\nyour account is open again: you can log in.${goodbye}`,
  }),
  account_changed: define<{ name: string; fields: string }>({
    version: 1,
    subject: () => 'Your Souk account was changed',
    body: ({ name, fields }) =>
      `Hello ${name},\n\nour support has changed in your account: ${fields}.\n` +
      `If you did not ask for it, answer this mail.${goodbye}`,
  }),
  custom: define<{ name: string; subject: string; body: string }>({
    version: 1,
    subject: ({ subject }) => subject,
    body: ({ name, body }) => `Hello ${name},\n\n${plain(body)}${goodbye}`,
  }),
  new_device: define<{ name: string; device: string; ip: string; at: string }>({
    version: 1,
    subject: () => 'A new device has logged in to Souk',
    body: ({ name, device, ip, at }) =>
      `Hello ${name},\n\nsomebody has logged in to your account on a device that it did not know:\n` +
      `${device}, from ${ip}, at ${at}.\n` +
      `If it was not you, ask for a new password at once: ${site()}/forgot-password.${goodbye}`,
  }),
  second_factor_changed: define<{ name: string; what: string }>({
    version: 1,
    subject: ({ what }) => `Your Souk account: ${what}`,
    body: ({ name, what }) =>
      `Hello ${name},\n\non your account, ${what}.\n` +
      `If it was not you, ask for a new password at once: ${site()}/forgot-password.${goodbye}`,
  }),
  recovery_code_used: define<{ name: string; left: number }>({
    version: 1,
    subject: () => 'A recovery code of yours was used',
    body: ({ name, left }) =>
      `Hello ${name},\n\na recovery code of your account was used; ${left} are left.\n` +
      `If it was not you, ask for a new password and for new recovery codes at once.${goodbye}`,
  }),
  second_factor_locked: define<{ name: string; hours: number }>({
    version: 1,
    subject: () => 'Too many wrong codes at your Souk account',
    body: ({ name, hours }) =>
      `Hello ${name},\n\nsomebody who knows your password has tried too many codes, so that no more are\n` +
      `taken today. Set a new password first: ${site()}/forgot-password. Then lift the block here,\n` +
      `within ${hours} hours:\n${site()}/unlock/{{token}}${goodbye}`,
  }),
  identity_linked: define<{ name: string; provider: string }>({
    version: 1,
    subject: ({ provider }) => `Your ${provider} account opens Souk now`,
    body: ({ name, provider }) =>
      `Hello ${name},\n\nfrom now on you can log in with ${provider}. If it was not you, change your\n` +
      `password at once (${site()}/forgot-password) and take the link away in your settings.${goodbye}`,
  }),
  identity_unlinked: define<{ name: string; provider: string }>({
    version: 1,
    subject: ({ provider }) => `Your ${provider} account does not open Souk any more`,
    body: ({ name, provider }) =>
      `Hello ${name},\n\nthe link to your ${provider} account was taken away. If it was not you,\n` +
      `change your password at once: ${site()}/forgot-password.${goodbye}`,
  }),
  payout_details_changed: define<{ name: string }>({
    version: 1,
    subject: () => 'Where your money goes was changed',
    body: ({ name }) =>
      `Hello ${name},\n\nthe account that Souk pays your money out to was changed or taken away.\n` +
      `If it was not you, ask for a new password at once: ${site()}/forgot-password, then set the\n` +
      `account right and answer this mail.${goodbye}`,
  }),
  phone_changed: define<{ name: string; what: string }>({
    version: 1,
    subject: () => 'Your Souk phone number was changed',
    body: ({ name, what }) =>
      `Hello ${name},\n\non your account, ${what}.\n` +
      `If it was not you, ask for a new password at once: ${site()}/forgot-password, then set the\n` +
      `number right.${goodbye}`,
  }),
  staff_invitation: define<{ name: string; role: string; hours: number }>({
    version: 1,
    subject: () => 'Your Souk staff account',
    body: ({ name, role, hours }) =>
      `Hello ${name},\n\nyou have a Souk staff account (${role}). Set your password here,\n` +
      `within ${hours} hours:\n${site()}/reset-password/{{token}}${goodbye}`,
  }),
  verification_approved: define<{ name: string; businessName: string }>({
    version: 1,
    subject: ({ businessName }) => `${businessName} is verified`,
    body: ({ name, businessName }) =>
      `Hello ${name},\n\n${businessName} is verified. Clients can find you now.${goodbye}`,
  }),
  verification_rejected: define<{ name: string; businessName: string; reason: string }>({
    version: 1,
    subject: ({ businessName }) => `${businessName}: verification needs another look`,
    body: ({ name, businessName, reason }) =>
      `Hello ${name},\n\nwe could not verify ${businessName} yet:\n\n${reason}\n\n` +
      `Mend it and submit again.${goodbye}`,
  }),
  listing_approved: define<{ name: string; title: string }>({
    version: 1,
    subject: ({ title }) => `Approved: ${title}`,
    body: ({ name, title }) =>
      `Hello ${name},\n\n"${title}" is approved. Clients can find and buy it now.${goodbye}`,
  }),
  listing_hidden: define<{ name: string; title: string; reason: string }>({
    version: 1,
    subject: ({ title }) => `Not on sale: ${title}`,
    body: ({ name, title, reason }) =>
      `Hello ${name},\n\nwe have taken "${title}" off sale:\n\n${reason}\n\n` +
      `Mend it and tell us; we look at it again.${goodbye}`,
  }),
  new_lead: define<{ name: string; title: string; category: string; place: string }>({
    version: 1,
    subject: ({ title }) => `New lead: ${title}`,
    body: ({ name, title, category, place }) =>
      `Hello ${name},\n\na client asks for ${category} in ${place}: ${title}.\n` +
      `Answer within 48 hours: ${site()}/leads${goodbye}`,
  }),
  inquiry_received: define<{ name: string; title: string; partners: number }>({
    version: 1,
    subject: ({ title }) => `Your inquiry: ${title}`,
    body: ({ name, title, partners }) =>
      `Hello ${name},\n\nyour inquiry "${title}" went to ${partners} partners. We write when they answer.${goodbye}`,
  }),
  quote_received: define<{ name: string; title: string; businessName: string; quote: string }>({
    version: 1,
    subject: ({ businessName }) => `A quote from ${businessName}`,
    body: ({ name, title, businessName, quote }) =>
      `Hello ${name},\n\n${businessName} offers ${quote} for "${title}".\n${site()}/inquiries${goodbye}`,
  }),
  quote_accepted: define<{ name: string; title: string; quote: string }>({
    version: 1,
    subject: ({ title }) => `Your quote was accepted: ${title}`,
    body: ({ name, title, quote }) =>
      `Hello ${name},\n\nyour quote of ${quote} for "${title}" was accepted.${goodbye}`,
  }),
  refund: define<{ name: string; number: string; amount: string; reason: string }>({
    version: 1,
    subject: ({ number }) => `Refund for order ${number}`,
    body: ({ name, number, amount, reason }) =>
      `Hello ${name},\n\n${amount} of order ${number} is on its way to you: ${reason}\n` +
      `It takes your bank a few days to show it.${goodbye}`,
  }),
  refund_failed: define<{ name: string; number: string; amount: string }>({
    version: 1,
    subject: ({ number }) => `The refund for order ${number} failed`,
    body: ({ name, number, amount }) =>
      `Hello ${name},\n\n${amount} of order ${number} could not be sent back to you. Nothing of it is ` +
      `lost: we look into it, and you hear from us.${goodbye}`,
  }),
  refund_asked_for: define<{ name: string; number: string; amount: string; reason: string }>({
    version: 1,
    subject: ({ number, amount }) => `Order ${number}: ${amount} asked back`,
    body: ({ name, number, amount, reason }) =>
      `Hello ${name},\n\na client asks ${amount} of order ${number} back:\n\n${reason}\n\n` +
      `Accept or contest it: ${site()}/refund-requests${goodbye}`,
  }),
  withdrawal: define<{
    name: string
    title: string
    amount: string
    body: string
    reason: string
  }>({
    version: 1,
    subject: ({ title, amount }) => `${title}: ${amount}`,
    body: ({ name, title, amount, body, reason }) =>
      `Hello ${name},\n\n${title}: ${amount}. ${body}\n${reason && `${reason}\n`}` +
      `${site()}/withdrawals${goodbye}`,
  }),
  order_confirmed: define<{ name: string; number: string; lines: string; total: string }>({
    version: 1,
    subject: ({ number }) => `Your order ${number}`,
    body: ({ name, number, lines, total }) =>
      `Hello ${name},\n\nyour order ${number} is paid, and its sellers know:\n\n${lines}\n\n` +
      `Together ${total}, with shipping and tax.\n${site()}/orders${goodbye}`,
  }),
  new_order: define<{ name: string; number: string; lines: string; earning: string }>({
    version: 1,
    subject: ({ number }) => `New order ${number}`,
    body: ({ name, number, lines, earning }) =>
      `Hello ${name},\n\nyou have sold (order ${number}):\n\n${lines}\n\nYou earn ${earning}.\n` +
      `Accept the order: ${site()}/partner/orders${goodbye}`,
  }),
  order_news: define<{ name: string; title: string; body: string }>({
    version: 1,
    subject: ({ title }) => title,
    body: ({ name, title, body }) =>
      `Hello ${name},\n\n${title}.\n${body}\n${site()}/orders${goodbye}`,
  }),
  export_ready: define<{ name: string; days: number }>({
    version: 1,
    subject: () => 'Your data are ready',
    body: ({ name, days }) =>
      `Hello ${name},\n\nthe export of your data that you asked for is ready. Log in and fetch it here,\n` +
      `within ${days} days: ${site()}/account/exports\n\n` +
      `If you did not ask for it, change your password.${goodbye}`,
  }),
  review_moderated: define<{ name: string; title: string; done: string; reason: string }>({
    version: 1,
    subject: ({ title, done }) => `Your review was ${done}: ${title}`,
    body: ({ name, title, done, reason }) =>
      `Hello ${name},\n\nyour review "${title}" was ${done} by our staff` +
      `${reason ? `:\n\n${reason}` : '.'}${goodbye}`,
  }),
} satisfies Record<string, MessageTemplate<any>>

export const SMS_TEMPLATES = {
  phone_code: define<{ minutes: number }>({
    version: 1,
    subject: () => '',
    body: ({ minutes }) => `Your Souk code is {{code}}. It is good for ${minutes} minutes.`,
  }),
  choose_password: define<{ minutes: number }>({
    version: 1,
    subject: () => '',
    body: ({ minutes }) =>
      `Your Souk account has no password yet, because several were given for this number. Choose one ` +
      `within ${minutes} minutes: ${site()}/reset-password/{{token}}`,
  }),
  security_notice: define<{ what: string }>({
    version: 1,
    subject: () => '',
    body: ({ what }) => `Your Souk account: ${what}. If it was not you, set a new password.`,
  }),
} satisfies Record<string, MessageTemplate<any>>

export type EmailTemplate = keyof typeof EMAIL_TEMPLATES
export type SmsTemplate = keyof typeof SMS_TEMPLATES

export type DataOf<Template> = Template extends MessageTemplate<infer Data> ? Data : never

/** Puts the secrets into a stored text. */
export function withSecrets(text: string, secrets: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name) => secrets[name] ?? placeholder)
}

/** A stored text as people may read it: every secret masked. */
export function withoutSecrets(text: string): string {
  return text.replace(/\{\{\w+\}\}/g, '••••••')
}
