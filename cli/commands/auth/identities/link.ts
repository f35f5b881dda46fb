import { makeCommand, onRun } from '../../../define/command.ts'
import { unwrap } from '../../../http/answers.ts'
import { addBrowserFlags, chooseProvider, proveInBrowser } from '../../../log_in/browser.ts'
import { cleanLine } from '../../../output/clean.ts'
import type { Command } from 'commander'
import type { Context } from '../../../context.ts'
import type { BrowserFlags } from '../../../log_in/browser.ts'

export default function identitiesLink(context: Context): Command {
  const command = makeCommand('link', 'let an account at Google or Azure open this one', {
    examples: [
      { what: 'then souk login --web', line: 'souk auth identities link --provider google' },
    ],
    jsonFields: ['id', 'provider', 'email', 'lastUsedAt', 'createdAt'],
  })
  addBrowserFlags(command)
  return onRun<BrowserFlags>(command, async (_, flags) => {
    await (await context.session()).require()
    const way = await chooseProvider(context, flags)
    const proof = await proveInBrowser(context, way, flags)
    const [http, printer] = [await context.http(), await context.printer()]
    const answer = await http.send({ method: 'POST', path: '/user/identities', body: proof })
    const linked = unwrap<{ id: string; provider: string; email: string | null }>(answer.body)
    if (printer.mode !== 'table' && printer.mode !== 'tsv') return printer.item(linked, [])
    const { id, provider, email } = linked
    await printer.text(`linked  ${id}  ${provider}  ${cleanLine(email ?? '')}`.trimEnd() + '\n')
  })
}
