/** What `npm start` says to a newcomer once the server answers. */
export function welcome(url: string): string {
  return [
    '',
    `Souk answers at ${url}`,
    `  API reference   ${url}/api/v1/docs`,
    '',
    'Demo log-ins (password: souk-demo-password)',
    '  admin@souk.test       an admin',
    '  partner1@souk.test    an approved partner',
    '  client1@souk.test     a client',
    '',
    'Try, in another terminal:',
    '  npx souk login --email admin@souk.test',
    '  npx souk partner list',
    '  npx souk stats',
    '',
    'Mails and text messages are written to tmp/outbox/. Ctrl-C stops; the data stays.',
    '',
  ].join('\n')
}
