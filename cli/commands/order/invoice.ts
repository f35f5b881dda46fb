import { makeCommand, onRun } from '../../define/command.ts'
import { download } from '../../define/download.ts'
import { pathWithId } from '../../define/show.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

/** The invoice of a paid order. */
export default function orderInvoice(context: Context): Command {
  const command = makeCommand('invoice', 'download the invoice of a paid order', {
    examples: [
      { what: 'into this directory', line: 'souk order invoice ord_01jd3x' },
      { what: 'under a name', line: 'souk order invoice ord_01jd3x --output invoice.pdf' },
    ],
    jsonFields: ['id', 'file', 'contentType', 'size'],
    permission: 'orders.read',
  })
    .argument('<order-id>')
    .option('--output <file>', 'where to keep it; - for stdout (its id in this directory)')
  return onRun<{ output?: string }>(command, async ([id], { output }) => {
    await download(context, { path: pathWithId('/orders/:id/invoice', id), id, output })
  })
}
