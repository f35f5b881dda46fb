/*
 * Entry of the souk binary: runs the program and turns whatever happened into an exit code.
 */
import { systemClock } from './clock.ts'
import { Context } from './context.ts'
import { InterruptedError, exitCodes } from './errors.ts'
import { createProgram } from './program.ts'
import { reportError } from './report.ts'
import type { Streams } from './terminal.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  const controller = new AbortController()
  const forget = abortOnSignals(controller)
  const { stdin, stdout, stderr } = process
  const context = new Context({
    env: process.env,
    streams: { stdin, stdout, stderr } as Streams,
    clock: systemClock,
    signal: controller.signal,
  })
  try {
    return await run(context, args)
  } finally {
    context.talk.clearStatus()
    forget()
  }
}

async function run(context: Context, args: string[]): Promise<number> {
  const program = createProgram(context)
  try {
    if (args.length === 0) program.outputHelp()
    else await program.parseAsync(args, { from: 'user' })
    return exitCodes.done
  } catch (error) {
    const { code, exitCode } = error as { code?: string; exitCode?: number }
    // Help and version leave commander by an exception too; a bare noun is a usage error.
    if (code === 'commander.helpDisplayed' || code === 'commander.version') return exitCodes.done
    if (code === 'commander.help') return exitCode === 0 ? exitCodes.done : exitCodes.usage
    context.useFlags({ ...context.flags, ...program.opts() })
    return reportError(context, error)
  }
}

/**
 * The first signal asks the command to stop and to say where it stands. The listeners are gone
 * then, so that a second one ends the process at once.
 */
function abortOnSignals(controller: AbortController): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const listeners = signals.map((signal) => {
    const listener = () => {
      forget()
      controller.abort(new InterruptedError(signal))
    }
    process.on(signal, listener)
    return [signal, listener] as const
  })
  const forget = () => listeners.forEach(([signal, listener]) => process.off(signal, listener))
  return forget
}
