import { test } from '@japa/runner'
import { decidedColumns, isCopy, REGISTRY } from '#privacy/registry'
import { columnsIn, namedColumns, SIDES } from '#privacy/services/registry_words'
import { liveColumns } from '#tests/helpers/scans'

test.group('the privacy registry', () => {
  test('decides on every table and column of the database', async ({ assert }) => {
    const decided = decidedColumns()
    const open: string[] = []
    for (const [table, columns] of await liveColumns()) {
      if (isCopy(table)) continue
      for (const column of columns.keys())
        if (!decided.get(table)?.includes(column)) open.push(`${table}.${column}`)
    }
    assert.deepEqual(open, [], 'say in app/privacy/registry what becomes of these')
  })

  test('names no table or column that is not there, and none twice', async ({ assert }) => {
    const live = await liveColumns()
    // counted by SQLite alone
    const known = (table: string) =>
      live.get(table) ?? (table === 'sqlite_sequence' ? null : new Map())
    const wrong: string[] = []
    for (const [table, columns] of decidedColumns())
      for (const [index, column] of columns.entries()) {
        if (known(table) && !known(table)!.has(column)) wrong.push(`${table}.${column}`)
        if (columns.indexOf(column) !== index) wrong.push(`${table}.${column} twice`)
      }
    assert.deepEqual(wrong, [])
  })

  test('leads from every table to a person, and says why rows stay', ({ assert }) => {
    const wrong: string[] = []
    for (const [table, entry] of Object.entries(REGISTRY)) {
      const columns = namedColumns(entry)
      for (const side of SIDES) {
        const [column, parent] = (entry.whose[side] ?? '').split(' > ')
        if (column && !columns.includes(column)) wrong.push(`${table}: ${column}`)
        if (parent && !REGISTRY[parent.split('.')[0]]?.whose[side])
          wrong.push(`${table}: ${parent}`)
      }
      for (const column of columnsIn(`${entry.names ?? ''} ${entry.words ?? ''}`))
        if (!columns.includes(column)) wrong.push(`${table}: ${column}`)
      const sides = Object.keys(entry.whose)
      if (!entry.staysFor && sides.some((side) => !entry.rowsGo?.includes(side as any)))
        wrong.push(`${table}: why do rows stay?`)
    }
    assert.deepEqual(wrong, [])
  })
})
