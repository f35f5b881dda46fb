/*
 * Files that the server sends: kept under a name of ours, for this user alone, never over another.
 * They pass through as they come, however long they are; what broke off never bears the name.
 */
import { access, open, rename, rm } from 'node:fs/promises'
import { Option } from 'commander'
import {
  BrokenPipeError,
  CliError,
  CutDownloadError,
  UnreachableError,
  UsageError,
} from './errors.ts'
import type { Command } from 'commander'
import type { Context } from './context.ts'
import type { ApiRequest } from './http.ts'
import type { AnswerHeaders } from './http/exchange.ts'
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
 * Asks for a file and writes it to `output` (`-`: stdout), or to the id with the ending of its type,
 * and says so.
 */
export async function download(
  context: Context,
  request: ApiRequest,
  id: string,
  output: string | undefined
): Promise<void> {
  const http = await context.http()
  if (output === '-') {
    await http.send({ ...request, receive: (body) => passOn(body, context) })
    return
  }
  if (output) await refuseTaken(output)
  let saved: Row = {}
  const receive = async (body: AsyncIterable<Buffer>, headers: AnswerHeaders) => {
    const contentType = headers.get('content-type')?.split(';')[0] ?? ''
    // Somebody else chose the name of the file; what lands on this computer is named by its id.
    const file = output ?? `${id}.${TYPES[contentType] ?? 'bin'}`
    saved = { id, file, contentType, size: await saveNew(file, body) }
  }
  await http.send({ ...request, receive })
  const printer = await context.printer()
  if (printer.mode !== 'table') return printer.item(saved, [])
  await printer.text(`saved  ${saved.file}  ${saved.contentType}  ${saved.size} bytes\n`)
}

/** To stdout, where nothing can be taken back: an answer that breaks off is not asked for again. */
async function passOn(body: AsyncIterable<Buffer>, { out }: Context): Promise<void> {
  let written = 0
  try {
    for await (const chunk of body) {
      await out.write(chunk)
      written += chunk.length
    }
  } catch (error) {
    if (error instanceof BrokenPipeError) throw new CutDownloadError(written)
    if (error instanceof CliError || written === 0) throw error
    throw new UnreachableError('cut', `the answer broke off after ${written} bytes`, {
      cause: error,
      hint: 'it is not whole; --output FILE starts again by itself, --timeout gives it longer',
    })
  }
}

/** Resolves to the number of bytes. Until the last one is there they are in a file beside it. */
async function saveNew(path: string, body: AsyncIterable<Buffer>): Promise<number> {
  await refuseTaken(path)
  const part = `${path}.${process.pid}.part`
  try {
    const size = await writeAll(part, body)
    await onDisk(path, async () => {
      await (await open(path, 'wx', 0o600)).close() // the name is ours now, or somebody else's
      await rename(part, path)
    })
    return size
  } finally {
    await rm(part, { force: true })
  }
}

async function writeAll(path: string, body: AsyncIterable<Buffer>): Promise<number> {
  const file = await onDisk(path, () => open(path, 'w', 0o600))
  let size = 0
  try {
    for await (const chunk of body) {
      await onDisk(path, () => file.writeFile(chunk))
      size += chunk.length
    }
  } finally {
    await file.close()
  }
  return size
}

async function refuseTaken(path: string): Promise<void> {
  const isFree = await access(path).then(
    () => false,
    () => true
  )
  if (!isFree) throw taken(path)
}

const taken = (path: string) =>
  new UsageError(`${path} is there already`, { need: '--output FILE' })

/** What the disk refuses is the user's to mend; what the network does is not told here. */
async function onDisk<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw code === 'EEXIST'
      ? taken(path)
      : new UsageError(`cannot write ${path}: ${code ?? message}`)
  }
}
