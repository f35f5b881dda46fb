import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { dailyDestination } from '#core/logging/daily_file'

test('core/logging/daily_file keeps today and two weeks, and nothing of others', async ({
  assert,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'souk-log-'))
  const days = Array.from({ length: 20 }, (_, at) => String(at + 1).padStart(2, '0'))
  for (const day of days) writeFileSync(join(folder, `souk.2020-01-${day}.1.log`), 'old')
  writeFileSync(join(folder, 'souk-errors.2020-01-01.1.log'), 'another log')
  const stream = dailyDestination(join(folder, 'souk'), { sync: true })
  await once(stream, 'ready')
  stream.write('a line\n')
  const files = readdirSync(folder).sort()
  assert.lengthOf(
    files.filter((name) => name.startsWith('souk.')),
    15
  )
  assert.include(files, 'souk.2020-01-20.1.log')
  assert.notInclude(files, 'souk.2020-01-06.1.log')
  assert.include(files, 'souk-errors.2020-01-01.1.log')
  const closed = once(stream, 'close')
  stream.end()
  await closed
})
