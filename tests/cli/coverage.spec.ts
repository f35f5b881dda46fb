/*
 * What staff may do, a command does: every route of the API's own description that is for staff is
 * called by a verb, or stands here with the reason why none is needed.
 */
import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { test } from '@japa/runner'
import { systemClock } from '../../cli/clock.ts'
import { leafCommands } from '../../cli/commands/commands.ts'
import { Context } from '../../cli/context.ts'
import { aboutOf } from '../../cli/define/command.ts'
import { createProgram } from '../../cli/program.ts'
import type { Streams } from '../../cli/terminal.ts'

const DOCUMENT = new URL('../../app/core/openapi/openapi.json', import.meta.url)

const PARTNERS_OWN = 'a partner edits it; staff approve, hide and feature it'

/** Routes for staff that no verb calls, and why. */
const EXCEPTIONS: Record<string, string> = {
  'GET /admin/action-logs/:id': 'audit list --actor asks the whole log for the same lines',
  'GET /admin/action-logs/customer/:id': 'audit list --person asks the whole log, too',
  'GET /orders/:id/submissions/:id/files/:id': 'a file that is opened in a browser: souk api',
  'POST /products': PARTNERS_OWN,
  'PUT /products/:id': PARTNERS_OWN,
  'DELETE /products/:id': PARTNERS_OWN,
  'POST /products/:id/images': PARTNERS_OWN,
  'DELETE /products/:id/images/:id': PARTNERS_OWN,
  'PUT /products/:id/toggle-status': PARTNERS_OWN,
  'POST /products/:id/variants': PARTNERS_OWN,
  'PUT /variants/:id': PARTNERS_OWN,
  'DELETE /variants/:id': PARTNERS_OWN,
  'PUT /variants/:id/stock': PARTNERS_OWN,
  'PUT /packages/:id': PARTNERS_OWN,
  'DELETE /packages/:id': PARTNERS_OWN,
  'PUT /packages/:id/toggle-status': PARTNERS_OWN,
  'POST /packages/:id/images': PARTNERS_OWN,
  'DELETE /packages/:id/images/:id': PARTNERS_OWN,
  'PUT /events/:id': PARTNERS_OWN,
  'DELETE /events/:id': PARTNERS_OWN,
  'POST /events/:id/images': PARTNERS_OWN,
  'DELETE /events/:id/images/:id': PARTNERS_OWN,
  'POST /payments/qr-codes': 'link create makes the link that the code leads to',
}

/** `GET /admin/refunds/:id` of every route that staff may call. */
async function staffRoutes(): Promise<string[]> {
  const { paths } = JSON.parse(await readFile(DOCUMENT, 'utf8')) as {
    paths: Record<string, Record<string, { description?: string }>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { description }]) => /^For: .*\bstaff /.test(description ?? ''))
      .map(([method]) => `${method.toUpperCase()} ${plain(path.replace('/api/v1', ''))}`)
  )
}

/** Without the names of the ids. */
function plain(path: string): string {
  return path.replace(/\{[^}]+\}|:\w+/g, ':id')
}

async function calledRoutes(): Promise<Set<string>> {
  const stream = new PassThrough()
  const context = new Context({
    env: { HOME: '/nowhere' },
    streams: { stdin: stream, stdout: stream, stderr: stream } as unknown as Streams,
    clock: systemClock,
    signal: new AbortController().signal,
  })
  const commands = await leafCommands(createProgram(context), context)
  return new Set(commands.flatMap((command) => aboutOf(command)?.endpoints ?? []))
}

test.group('the commands and the routes for staff', () => {
  test('every route for staff is called by a command, or has a reason', async ({ assert }) => {
    const [routes, called] = [await staffRoutes(), await calledRoutes()]
    assert.isAbove(routes.length, 80)
    const missing = routes.filter((route) => !called.has(route) && !(route in EXCEPTIONS))
    assert.deepEqual(missing, [])
  })

  test('no exception is out of date', async ({ assert }) => {
    const [routes, called] = [await staffRoutes(), await calledRoutes()]
    for (const route of Object.keys(EXCEPTIONS)) {
      assert.include(routes, route, 'there is no such route any more')
      assert.isFalse(called.has(route), `${route} has a command now`)
    }
  })

  test('no command calls a route that does not exist', async ({ assert }) => {
    const { paths } = JSON.parse(await readFile(DOCUMENT, 'utf8')) as {
      paths: Record<string, object>
    }
    const known = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${plain(path.replace('/api/v1', ''))}`
      )
    )
    assert.includeMembers(known, [...(await calledRoutes())])
  })
})
