import { Option } from 'commander'
import { describe, onRun } from '../define/command.ts'
import { CliError, exitCodes } from '../errors.ts'
import { unwrap } from '../http.ts'
import { parseDuration } from '../options.ts'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import type { Column, Row } from '../output/columns.ts'

const columns: Column[] = [{ key: 'name', id: true }, { key: 'status' }, { key: 'detail' }]
const SOUND = ['ok', 'up', 'healthy', 'pass', 'ready']
const WEAK = ['degraded', 'warning', 'warn']

interface Flags {
  failOn: 'degraded' | 'down'
  watch?: number
}

export default function health(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'once', line: 'souk health' },
      { what: 'in a monitor', line: 'souk health --fail-on degraded --quiet' },
      { what: 'every 10 seconds', line: 'souk health --watch 10s' },
    ],
    jsonFields: columns.map(({ key }) => key),
  })
  command
    .addOption(
      new Option('--fail-on <state>', 'exit 6 from this state on')
        .choices(['degraded', 'down'])
        .default('down')
    )
    .option('--watch <duration>', 'ask again and again', parseDuration)
  onRun<Flags>(command, async (_, { failOn, watch }) => {
    while (true) {
      const rows = await readHealth(context)
      await (await context.printer()).list([rows], columns)
      if (watch === undefined) return failOnState(rows, failOn)
      await context.clock.sleep(watch, context.signal)
    }
  })
}

async function readHealth(context: Context): Promise<Row[]> {
  const http = await context.http()
  // An unready server answers 503 with the same report.
  const answer = await http.send({ path: '/health/ready', anonymous: true, accept: [503] })
  const report = unwrap<Row>(answer.body)
  const checks = report?.checks ?? report
  const rows = Array.isArray(checks)
    ? checks.map((check: Row) => checkRow(String(check.name ?? check.id), check))
    : Object.entries(checks as Row)
        .filter(([name]) => name !== 'status')
        .map(([name, check]) => checkRow(name, check))
  const overall = report.status ?? (answer.status === 200 ? 'ok' : 'down')
  return [checkRow('api', { status: overall }), ...rows]
}

function checkRow(name: string, check: unknown): Row {
  if (typeof check !== 'object' || check === null) return { name, status: check, detail: null }
  const { status, state, ok, detail, message, error } = check as Row
  const said = status ?? state ?? (ok === undefined ? 'unknown' : ok ? 'ok' : 'down')
  return { name, status: said, detail: detail ?? message ?? error ?? null }
}

function failOnState(rows: Row[], failOn: Flags['failOn']): void {
  const isBad = ({ status }: Row) => {
    const word = String(status).toLowerCase()
    if (status === true || SOUND.includes(word)) return false
    return failOn === 'degraded' || !(WEAK.includes(word) || word === 'unknown')
  }
  // Facts such as uptime or a version are no checks.
  const bad = rows.filter((row) => typeof row.status !== 'number').filter(isBad)
  if (bad.length === 0) return
  const names = bad.map(({ name }) => name).join(', ')
  throw new CliError(exitCodes.tryLater, 'unhealthy', `not healthy: ${names}`)
}
