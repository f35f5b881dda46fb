/*
 * Bytes that the server keeps: into a file of this user alone, or into a pipe.
 */
import { open } from 'node:fs/promises'
import { UsageError } from '../errors.ts'
import type { Context } from '../context.ts'

const TYPES: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** Fetches what stands at `path`; without `output` it is named by its id in this directory. */
export async function download(
  context: Context,
  { path, id, output }: { path: string; id: string; output?: string }
): Promise<void> {
  const [http, printer] = [await context.http(), await context.printer()]
  const answer = await http.send({ path, anyBody: true })
  if (output === '-') return context.out.write(answer.bytes)

  const contentType = answer.headers.get('content-type')?.split(';')[0] ?? ''
  // Somebody else chose the name of the file; what lands on this computer is named by its id.
  const file = output ?? `${id}.${TYPES[contentType] ?? 'bin'}`
  await saveNew(file, answer.bytes)
  const saved = { id, file, contentType, size: answer.bytes.length }
  if (printer.mode !== 'table') return printer.item(saved, [])
  await printer.text(`saved  ${file}  ${contentType}  ${saved.size} bytes\n`)
}

/** Private papers: for this user alone, and never over a file that is there. */
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
