import { describe, onRun } from '../define/command.ts'
import { soukVersion } from '../version.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Column } from '../output/columns.ts'

const columns: Column[] = [{ key: 'souk' }, { key: 'node' }, { key: 'platform' }, { key: 'api' }]

export default function version(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'of this tool', line: 'souk version' },
      { what: 'and of the server', line: 'souk version --server' },
    ],
    jsonFields: columns.map(({ key }) => key),
  })
  command.option('--server', 'ask the server for its version')
  onRun<{ server?: boolean }>(command, async (_, { server }) => {
    const printer = await context.printer()
    await printer.item(
      {
        souk: soukVersion(),
        node: process.versions.node,
        platform: `${process.platform}-${process.arch}`,
        api: server ? await apiVersion(context) : null,
      },
      server ? columns : columns.slice(0, 3)
    )
  })
}

async function apiVersion(context: Context): Promise<string> {
  const http = await context.http()
  const { headers } = await http.send({ path: '/health', anonymous: true })
  return headers.get('x-api-version') ?? 'not told'
}
