import fc from 'fast-check'
import { test } from '@japa/runner'
import { duration } from '../../../cli/commands/stats.ts'
import { cleanLine, cleanText } from '../../../cli/output/clean.ts'
import { Template } from '../../../cli/output/format.ts'
import { Table } from '../../../cli/output/table.ts'
import { tsvRow } from '../../../cli/output/tsv.ts'
import { humanText, moneyRange, moneyText } from '../../../cli/output/values.ts'
import { cutToWidth, padToWidth, textWidth } from '../../../cli/output/width.ts'
import type { Column } from '../../../cli/output/columns.ts'

const berlin = { zone: 'Europe/Berlin' }

test.group('figures', () => {
  test('a range of money has one currency, in its own decimals', ({ assert }) => {
    assert.equal(moneyRange({ min: 35_000, max: 105_000, currency: 'EUR' }), '350.00 – 1050.00 EUR')
    assert.equal(moneyRange({ min: 0, max: 500, currency: 'JPY' }), '0 – 500 JPY')
  })

  test('a duration is told in its two largest units', ({ assert }) => {
    const told = [0, 29, 60, 36_000, 37_800, 100_800, 864_000, undefined, null].map(duration)
    assert.deepEqual(told, [
      ...['0 s', '29 s', '1 min', '10 h', '10 h 30 min', '1 d 4 h', '10 d', '–', '–'],
    ])
  })
})

test.group('text width', () => {
  test('counts cells, not characters', ({ assert }) => {
    const widths: [string, number][] = [
      ['plain', 5],
      ['写真館', 6],
      ['ｆｕｌｌ', 8],
      ['é', 1],
      ['e\u0301', 1],
      ['👩‍👩‍👧', 2],
      ['🇵🇹', 2],
      ['1️⃣', 2],
      ['\u200b', 0],
    ]
    for (const [text, width] of widths) assert.equal(textWidth(text), width, JSON.stringify(text))
  })

  test('a cut text never exceeds its width and is never cut without need', ({ assert }) => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const cut = cutToWidth(text, width)
        assert.isAtMost(textWidth(cut), Math.max(width, 1))
        if (textWidth(text) <= width) assert.equal(cut, text)
      })
    )
  })

  test('padding fills to the width from either side', ({ assert }) => {
    assert.equal(padToWidth('写', 4), '写  ')
    assert.equal(padToWidth('12', 4, 'left'), '  12')
    assert.equal(padToWidth('too long', 4), 'too long')
  })
})

test.group('cleaning', () => {
  test('no control character but the newline survives, whatever the text', ({ assert }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.notMatch(cleanText(text), /(?!\n)\p{Cc}|[\u202a-\u202e]/u)
        assert.notMatch(cleanLine(text), /\p{Cc}/u)
      })
    )
  })

  test('harmless text is left alone', ({ assert }) => {
    for (const text of ['plain', 'Åsa Öberg', '写真館 👩‍👩‍👧', 'אבג'])
      assert.equal(cleanText(text), text)
  })
})

test.group('values', () => {
  test('money has the digits of its currency', ({ assert }) => {
    const texts: [number, string, string][] = [
      [4000, 'EUR', '40.00 EUR'],
      [5, 'USD', '0.05 USD'],
      [-1250, 'USD', '-12.50 USD'],
      [1999, 'JPY', '1999 JPY'],
      [1999, 'KWD', '1.999 KWD'],
      [Number.MAX_SAFE_INTEGER, 'USD', '90071992547409.91 USD'],
    ]
    for (const [amount, currency, text] of texts) {
      assert.equal(moneyText({ amount, currency }), text)
    }
  })

  test('a person reads local times, names and words', ({ assert }) => {
    assert.equal(humanText('2026-01-31T09:05:00.000Z', berlin), '2026-01-31 10:05')
    assert.equal(
      humanText([{ id: 'cat_1', name: 'Photos' }, { name: 'Film' }], berlin),
      'Photos, Film'
    )
    assert.equal(humanText(true, berlin), 'yes')
    assert.equal(humanText(null, berlin), '')
    assert.equal(humanText({ a: 1 }, berlin), '{"a":1}')
    assert.equal(humanText('2026-13-99T99:99:99Z', berlin), '2026-13-99T99:99:99Z')
  })
})

test.group('tables', () => {
  const columns: Column[] = [
    { key: 'id', id: true },
    { key: 'name' },
    { key: 'count' },
    { key: 'note' },
  ]
  const id = 'ord_01jd3x0000000000000000000'
  const row = { id, name: 'A rather long name of a shop', count: 7, note: 'word '.repeat(20) }

  const print = (width: number, wide = false) => {
    const table = new Table(columns, [row], {
      width,
      wide,
      time: berlin,
      styleHead: (text) => text,
    })
    return (table.head() + table.row(row)).split('\n')
  }

  test('at any width the id is whole and no line is wider than it must be', ({ assert }) => {
    for (let width = 10; width <= 220; width++) {
      const [head, line] = print(width)
      assert.isTrue(line.startsWith(id))
      const limit = Math.max(width, id.length)
      assert.isAtMost(textWidth(head), limit, `head at ${width}`)
      assert.isAtMost(textWidth(line), limit, `row at ${width}`)
    }
  })

  test('the last columns go first; --wide keeps everything', ({ assert }) => {
    assert.equal(print(40)[0].trimEnd(), 'ID                             NAME')
    assert.include(print(60)[0], 'COUNT')
    assert.include(print(20, true)[1], row.note.trim())
  })

  test('columns of numbers are right-aligned', ({ assert }) => {
    assert.match(print(200)[1], /shop {6}7 {2}word/)
  })

  test('a row of TSV has one tab between two columns, whatever it holds', ({ assert }) => {
    const cells = fc.record({
      id: fc.string(),
      name: fc.string({ unit: 'binary' }),
      note: fc.jsonValue(),
    })
    fc.assert(
      fc.property(cells, (values) => {
        const line = tsvRow(columns, values as Record<string, unknown>)
        assert.lengthOf(line.split('\t'), columns.length)
        assert.lengthOf(line.split('\n'), 2)
      })
    )
  })
})

test.group('templates', () => {
  test('fields, braces, tabs and backslashes', ({ assert }) => {
    const template = new Template('{id}\\t{{{place.city}}}\\\\ \\x')
    assert.equal(template.line({ id: 'a', place: { city: 'b' } }), 'a\t{b}\\ \\x\n')
  })

  test('a single brace and an unknown field are refused', ({ assert }) => {
    for (const source of ['{', '}', '{id', 'a } b']) {
      assert.throws(() => new Template(source), /must be doubled/)
    }
    assert.throws(() => new Template('{colour}').check(['id']), /unknown field colour/)
  })
})
