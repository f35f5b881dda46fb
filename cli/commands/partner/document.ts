import { makeCommand, onRun } from '../../define/command.ts'
import { pathWithId } from '../../ids.ts'
import { download, savedFields } from '../../download.ts'
import { PERMISSION } from './shared.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

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
    jsonFields: savedFields,
    permission: PERMISSION,
    endpoints: ['GET /admin/verifications/:id/documents/:id'],
  })
    .argument('<partner-id>')
    .argument('<document-id>')
    .option('--output <file>', 'where to keep it; - for stdout (its id in this directory)')
  return onRun<{ output?: string }>(command, async ([partnerId, id], { output }) => {
    const list = pathWithId('/admin/verifications/:id/documents', partnerId)
    await download(context, { path: pathWithId(`${list}/:id`, id) }, id, output)
  })
}
