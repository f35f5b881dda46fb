import { Argument } from 'commander'
import { describe, onRun } from '../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'

export default function completion(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'bash, in ~/.bashrc', line: 'eval "$(souk completion bash)"' },
      { what: 'zsh, in ~/.zshrc', line: 'source <(souk completion zsh)' },
      { what: 'fish', line: 'souk completion fish > ~/.config/fish/completions/souk.fish' },
      {
        what: 'PowerShell, in $PROFILE',
        line: 'souk completion powershell | Out-String | Invoke-Expression',
      },
    ],
  })
  command.addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish', 'powershell']))
  onRun(command, async ([shell]) => {
    const { completionScript } = await import('../complete.ts')
    await context.out.write(await completionScript(shell))
  })
}
