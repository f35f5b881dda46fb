/*
 * Files that the server sends: kept under a name of ours, for this user alone, never over another.
 */
import { open } from 'node:fs/promises'
import { Option } from 'commander'
import { UsageError } from './errors.ts'
import type { Command } from 'commander'
import type { Context } from './context.ts'
import type { ApiAnswer } from './http.ts'
import type { Row } from './output/columns.ts'

const TYPES: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'text/csv': 'csv',
}

export interface DownloadFlags {
  output?: string
  out?: string
  o?: string
}

/** `--output`, with other names that help does not show. */
export function addOutputFlag(command: Command, description: string): Command {
  command.option('--output <file>', description)
  for (const flags of ['--out <file>', '-o <file>'])
    command.addOption(new Option(flags).hideHelp().conflicts('output'))
  return command
}

/** Where the file is to be kept, under whichever name it was given. */
export function outputOf({ output, out, o }: DownloadFlags): string | undefined {
  return output ?? out ?? o
}

/** What a download prints as JSON. */
export const savedFields = ['id', 'file', 'contentType', 'size']

/**
 * Writes the body of an answer to `output` (`-`: stdout), or to the id with the ending of its type,
 * and says so.
 */
export async function saveAnswer(
  context: Context,
  answer: ApiAnswer,
  id: string,
  output: string | undefined
): Promise<void> {
  if (output === '-') return context.out.write(answer.bytes)
  const printer = await context.printer()
  const contentType = answer.headers.get('content-type')?.split(';')[0] ?? ''
  // Somebody else chose the name of the file; what lands on this computer is named by its id.
  const file = output ?? `${id}.${TYPES[contentType] ?? 'bin'}`
  await saveNew(file, answer.bytes)
  const saved: Row = { id, file, contentType, size: answer.bytes.length }
  if (printer.mode !== 'table') return printer.item(saved, [])
  await printer.text(`saved  ${file}  ${contentType}  ${answer.bytes.length} bytes\n`)
}

async function saveNew(path: string, bytes: Buffer): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(bytes).finally(() => file.close())
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST')
      throw new UsageError(`${path} is there already`, { need: '--output FILE' })
    throw new UsageError(`cannot write ${path}: ${code ?? message}`)
  }
}
