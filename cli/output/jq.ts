/*
 * The built-in jq: WebAssembly, loaded only when --jq is given.
 */
import { createRequire } from 'node:module'
import { UsageError } from '../errors.ts'
import { cleanText } from './clean.ts'

interface Jq {
  raw(json: string, filter: string, flags: string[]): string
}

/** Output of the filter, strings without quotes, one result a line. */
export async function runJq(value: unknown, expression: string): Promise<string> {
  // require(), for the package is a script that exports a promise, and TypeScript knows no types.
  const jq = (await createRequire(import.meta.url)('jq-web')) as Jq
  const exitCode = process.exitCode
  try {
    const output = jq.raw(JSON.stringify(value) ?? 'null', expression, ['-r'])
    return output === '' ? '' : `${cleanText(output.replace(/\n$/, ''))}\n`
  } catch (error) {
    const told = String((error as { stderr?: string }).stderr ?? (error as Error).message)
    const reason = told.replace(/^(Non-zero exit code: \d+|undefined)\s*/, '').split('\n')[0]
    throw new UsageError(`--jq: ${reason}`, { code: 'bad_jq' })
  } finally {
    // The WebAssembly runtime writes the exit code of jq's main() into this process.
    process.exitCode = exitCode
  }
}
