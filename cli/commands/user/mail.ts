import { defineWrite } from '../../define/write.ts'
import { PATH } from './shared.ts'

export default defineWrite({
  name: 'mail',
  summary: 'write people a mail in your own words',
  permission: 'notifications.send',
  method: 'POST',
  path: `${PATH}/send-email`,
  noun: 'user',
  level: 2,
  options: [
    { flags: '--subject <text>', description: 'one line', required: true },
    { flags: '--body <text>', description: 'plain text, without greeting', required: true },
  ],
  body: ({ options: { subject, body } }) => ({ subject, body }),
  outcome: 'mailed',
  moreFields: ['emailLogId'],
  examples: [
    {
      what: 'one',
      line: 'souk user mail usr_01jd3x --subject "Your invoice" --body "It is on its way."',
    },
  ],
})
