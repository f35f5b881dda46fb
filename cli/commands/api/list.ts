import { makeCommand, onRun } from '../../define/command.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { Column, Row } from '../../output/columns.ts'

const columns: Column[] = [{ key: 'method' }, { key: 'path', id: true }, { key: 'summary' }]
const methods = ['get', 'head', 'post', 'put', 'patch', 'delete']

interface OpenApi {
  paths?: Record<string, Record<string, { summary?: string; description?: string }>>
}

/** The endpoints as the server itself describes them. */
export default function apiList(context: Context): Command {
  const command = makeCommand('list', 'endpoints of the server', {
    examples: [
      { what: 'all of them', line: 'souk api ls' },
      { what: 'those about verification', line: 'souk api ls verif' },
    ],
    jsonFields: columns.map(({ key }) => key),
  }).argument('[word]', 'only endpoints that mention it')
  return onRun(command, async ([word]) => {
    const [http, printer] = [await context.http(), await context.printer()]
    const { body } = await http.send({ path: '/openapi.json', anonymous: true })
    const rows = endpoints(body as OpenApi).filter(
      (row) =>
        !word || JSON.stringify(Object.values(row)).toLowerCase().includes(word.toLowerCase())
    )
    await printer.list([rows], columns)
  })
}

function endpoints({ paths = {} }: OpenApi): Row[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => methods.includes(method))
      .map(([method, { summary, description }]) => ({
        method: method.toUpperCase(),
        path: path.replace(/^\/api\/v1(?=\/)/, ''),
        summary: summary ?? description ?? null,
      }))
  )
}
