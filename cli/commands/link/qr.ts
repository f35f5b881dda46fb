import { makeCommand, onRun } from '../../define/command.ts'
import { download, savedFields } from '../../download.ts'
import { UsageError } from '../../errors.ts'
import { pathWithId } from '../../ids.ts'
import { Option } from 'commander'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

const FORMATS = ['png', 'svg']

interface Flags {
  output?: string
  type?: string
}

/** The QR code of a link: hung up, printed, or sent, it leads to the page where it is paid. */
export default function qr(context: Context): Command {
  const command = makeCommand('qr', 'the QR code of an open payment link, as a picture', {
    examples: [
      { what: 'as PNG into this directory', line: 'souk link qr plk_01jd3x' },
      { what: 'for print', line: 'souk link qr plk_01jd3x --output code.svg' },
      { what: 'into a pipe', line: 'souk link qr plk_01jd3x --type svg --output - | lpr' },
    ],
    jsonFields: savedFields,
    permission: 'payments.read',
    endpoints: ['GET /payments/links/:id/qr-code'],
  })
    .argument('<link-id>')
    .option('--output <file>', 'where to keep it; - for stdout (its id in this directory)')
    .addOption(
      new Option('--type <name>', 'of the picture; png, or what FILE ends with').choices(FORMATS)
    )
  return onRun<Flags>(command, async ([id], flags) => {
    const format = formatOf(flags)
    const path = pathWithId('/payments/links/:id/qr-code', id)
    await download(context, { path, query: { format } }, id, flags.output)
  })
}

/** As the flag says (`--format` is the template of every command), or the ending of the file; a file that ends otherwise needs the flag. */
function formatOf({ output, type }: Flags): string {
  const ending = /\.([a-z\d]+)$/i.exec(output ?? '')?.[1].toLowerCase()
  if (type) return type
  if (ending === undefined) return FORMATS[0]
  if (FORMATS.includes(ending)) return ending
  throw new UsageError(`a file that ends in .${ending} needs --type png|svg`)
}
