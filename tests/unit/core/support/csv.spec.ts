import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { csvRecords, csvStream, harmless, type Cell } from '#core/support/csv'

test.group('csv', () => {
  test('disarms what a spreadsheet would run, and leaves numbers alone', ({ assert }) => {
    for (const cell of ['=1+1', '+49 170', '-x', '@sum', '\tx', '\rx', '\0x', '-1-1', '+1'])
      assert.equal(harmless(cell), `'${cell}`)
    for (const cell of ['-12.50', '-3', '0.00', 'a=b', '', -5, null])
      assert.equal(harmless(cell), cell)
  })

  test('quotes as RFC 4180 says', ({ assert }) => {
    assert.equal(
      csvRecords([['a,b', 'say "x"', 'two\nlines', null, 5]]),
      '"a,b","say ""x""","two\nlines",,5\r\n'
    )
  })

  test('reads a batch only when there is room for it, and stops with its reader', async ({
    assert,
  }) => {
    let read = 0
    let isClosed = false
    async function* batches(): AsyncGenerator<Cell[][]> {
      try {
        for (; ; read++) yield Array.from({ length: 100 }, () => ['x'.repeat(100)])
      } finally {
        isClosed = true
      }
    }
    const stream = csvStream(['head'], batches())
    const chunks: Buffer[] = []
    for await (const chunk of stream) {
      chunks.push(chunk)
      if (chunks.length === 5) break
    }
    assert.equal(chunks[0].toString(), 'head\r\n')
    assert.isBelow(read, 50)
    assert.isTrue(isClosed)
  })

  test('has its header even when there is nothing below', async ({ assert }) => {
    async function* nothing(): AsyncGenerator<Cell[][]> {
      yield []
    }
    assert.equal(await text(csvStream(['a', 'b'], nothing())), 'a,b\r\n')
  })
})
