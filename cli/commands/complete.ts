import { onRun } from '../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'

/** Called by the completion scripts: `souk complete -- partner li`. */
export default function complete(command: Command, context: Context): void {
  command.argument('[words...]')
  onRun(command, async (words) => {
    const { completeWords } = await import('../complete.ts')
    await context.out.write(await completeWords(context, command.parent!, words))
  })
}
