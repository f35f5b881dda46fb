import { makeCommand, onRun } from '../../define/command.ts'
import { pathWithId } from '../../ids.ts'
import { addOutputFlag, download, outputOf, savedFields } from '../../download.ts'
import { READ } from './shared.ts'
import type { Verb } from '../../define/command.ts'
import type { DownloadFlags } from '../../download.ts'

const invoice: Verb = (context) => {
  const command = makeCommand('invoice', 'download the invoice of a paid order as a PDF', {
    examples: [
      { what: 'into this directory', line: 'souk order invoice ord_01jd3x' },
      { what: 'under a name', line: 'souk order invoice ord_01jd3x --output invoice.pdf' },
    ],
    jsonFields: savedFields,
    permission: READ,
    endpoints: ['GET /orders/:id/invoice'],
  }).argument('<order-id>')
  addOutputFlag(command, 'where to keep it; - for stdout (its id in this directory)')
  return onRun<DownloadFlags>(command, async ([id], flags) => {
    const path = pathWithId('/orders/:id/invoice', id)
    await download(context, { path }, id, outputOf(flags))
  })
}

export default invoice
