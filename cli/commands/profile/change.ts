import { resultColumns, resultLine } from '../../results.ts'
import type { Context } from '../../context.ts'

/** One line about what happened to a profile. */
export async function printChange(context: Context, name: string, outcome: string): Promise<void> {
  const printer = await context.printer()
  const isText = printer.mode === 'table' || printer.mode === 'tsv'
  if (!isText) return printer.item({ name, outcome }, [])
  await printer.list([[{ outcome, id: name }]], resultColumns.slice(0, 2), resultLine)
}
