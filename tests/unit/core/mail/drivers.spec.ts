import { createServer, type AddressInfo } from 'node:net'
import { createServer as createHttpServer } from 'node:http'
import { test } from '@japa/runner'
import { SMTPServer } from 'smtp-server'
import env from '#start/env'
import { closeMailer, sendMail } from '#core/mail/mailer'
import { sendText } from '#core/sms/texter'
import { setSetting } from '#tests/helpers/settings'

const settings = new Map<string, unknown>()

/** Sets a variable until the test is over. */
function setEnv(name: string, value: unknown) {
  if (!settings.has(name)) settings.set(name, env.get(name as any))
  setSetting(name as any, value as any)
}

async function closedPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

const mail = {
  to: 'nina@example.test',
  subject: 'Grüße',
  text: 'Line one\n.\nBcc: everybody@example.test\n',
  messageId: '<eml_1@souk.test>',
}

test.group('drivers of the outside world', (group) => {
  group.each.teardown(() => {
    for (const [name, value] of settings) setSetting(name as any, value as any)
    settings.clear()
    closeMailer()
  })

  test('mail goes by SMTP, with its Message-ID and log-in', async ({ assert }) => {
    const received: { raw: string; to: string[]; user?: string }[] = []
    const server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _, done) =>
        password === 'secret' ? done(null, { user: username }) : done(new Error('no')),
      onData(stream, session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk) => chunks.push(chunk))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          received.push({
            raw: Buffer.concat(chunks).toString(),
            to,
            user: session.user as unknown as string,
          })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    setEnv('MAIL_DRIVER', 'smtp')
    setEnv('EMAIL_HOST', '127.0.0.1')
    setEnv('EMAIL_PORT', (server.server.address() as AddressInfo).port)
    setEnv('EMAIL_USER', 'souk')
    setEnv('EMAIL_PASS', 'secret')

    const { response } = await sendMail(mail)
    assert.match(response, /^250/)
    assert.lengthOf(received, 1)
    assert.deepEqual(received[0].to, ['nina@example.test'])
    assert.equal(received[0].user, 'souk')
    assert.match(received[0].raw, /^Message-ID: <eml_1@souk\.test>\r$/im)
    assert.notMatch(received[0].raw.split('\r\n\r\n')[0], /^Bcc:/im)
    await new Promise<void>((resolve) => server.close(resolve))
  })

  test('a mail server that is away is an error, for the job to try again', async ({ assert }) => {
    setEnv('MAIL_DRIVER', 'smtp')
    setEnv('EMAIL_HOST', '127.0.0.1')
    setEnv('EMAIL_PORT', await closedPort())
    await assert.rejects(() => sendMail(mail), /ECONNREFUSED/)
  })

  test('text messages go to Twilio as its API wants them', async ({ assert }) => {
    const requests: { method?: string; url?: string; authorization?: string; form: object }[] = []
    const server = createHttpServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      requests.push({
        method: request.method,
        url: request.url,
        authorization: request.headers.authorization,
        form: Object.fromEntries(new URLSearchParams(body)),
      })
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ sid: 'SM1', status: 'queued' }))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    setEnv('SMS_DRIVER', 'twilio')
    setEnv('TWILIO_BASE_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    setEnv('TWILIO_ACCOUNT_SID', 'AC123')
    setEnv('TWILIO_AUTH_TOKEN', 'token')
    setEnv('TWILIO_FROM', '+15005550006')

    const { response } = await sendText({ to: '+4915112345678', body: 'Hi', id: 'sms_1' })
    assert.equal(response, 'queued SM1')
    assert.deepEqual(requests, [
      {
        method: 'POST',
        url: '/2010-04-01/Accounts/AC123/Messages.json',
        authorization: `Basic ${Buffer.from('AC123:token').toString('base64')}`,
        form: { To: '+4915112345678', From: '+15005550006', Body: 'Hi' },
      },
    ])
    server.closeAllConnections()
    server.close()
  })
})
