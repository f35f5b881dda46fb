import { open } from 'node:fs/promises'
import { makeCommand, onRun } from '../../define/command.ts'
import { pathWithId } from '../../define/show.ts'
import { UsageError } from '../../errors.ts'
import { PERMISSION } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

const TYPES: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** The bytes of one document; which there are says `souk partner show`. */
export default function partnerDocument(context: Context): Command {
  const command = makeCommand('document', 'download a document of a partner', {
    examples: [
      { what: 'into this directory', line: 'souk partner document prt_01jd3x doc_01jd3x' },
      {
        what: 'under a name',
        line: 'souk partner document prt_01jd3x doc_01jd3x --output licence.pdf',
      },
      {
        what: 'into a pipe',
        line: 'souk partner document prt_01jd3x doc_01jd3x --output - | file -',
      },
    ],
    jsonFields: ['id', 'file', 'contentType', 'size'],
    permission: PERMISSION,
  })
    .argument('<partner-id>')
    .argument('<document-id>')
    .option('--output <file>', 'where to keep it; - for stdout (its id in this directory)')
  return onRun<{ output?: string }>(command, async ([partnerId, id], { output }) => {
    const [http, printer] = [await context.http(), await context.printer()]
    const list = pathWithId('/admin/verifications/:id/documents', partnerId)
    const answer = await http.send({ path: pathWithId(`${list}/:id`, id), anyBody: true })
    if (output === '-') return context.out.write(answer.bytes)

    const contentType = answer.headers.get('content-type')?.split(';')[0] ?? ''
    // The partner chose the name of the file; what lands on this computer is named by its id.
    const file = output ?? `${id}.${TYPES[contentType] ?? 'bin'}`
    await saveNew(file, answer.bytes)
    const saved = { id, file, contentType, size: answer.bytes.length }
    if (printer.mode !== 'table') return printer.item(saved, [])
    await printer.text(`saved  ${file}  ${contentType}  ${saved.size} bytes\n`)
  })
}

/** Identity papers: for this user alone, and never over a file that is there. */
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
