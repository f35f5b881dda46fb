import { test } from '@japa/runner'
import { answerChecker } from '#tests/helpers/openapi'
import { dropAllJobs } from '#tests/helpers/outbox'
import { faultsOfAnswer } from '#tests/helpers/replies'
import { cellsOf, makeStrangers, type Cell, type Strangers } from '#tests/matrix/cells'
import { loadRows } from '#tests/matrix/matrix'
import { Tally } from '#tests/matrix/tally'

const rows = await loadRows()

/**
 * The document names what everybody sees here; the owner and staff see more. (The compiler folds the
 * larger answer of a method into the smaller one.)
 */
const OWNERS_SEE_MORE = ['products.show', 'packages.show', 'events.show']
const GUESTS = /^(nobody|client|suspended \w+|impersonating client)$/

test.group('the permission matrix', (group) => {
  let strangers: Strangers
  let check: Awaited<ReturnType<typeof answerChecker>>
  let checkOpen: typeof check
  const tally = new Tally()
  let bare = 0

  group.setup(async () => {
    strangers = await makeStrangers()
    check = await answerChecker({ isClosed: true })
    checkOpen = await answerChecker()
  })
  group.teardown(dropAllJobs)
  group.teardown(() => {
    console.log(`      ${tally.total} cells of ${rows.length} routes, by who asked for whose:`)
    console.log(String(tally))
    console.log(`      ${tally.total} replies, ${bare} without the headers or with too many`)
  })

  /** What is wrong with a cell, each in one line. */
  function faultsOf(route: string, { who, whose, expected, answer, wrong }: Cell): string[] {
    const title = whose === 'none' ? who : `${who}, ${whose}`
    const said = JSON.stringify(answer.body).slice(0, 300)
    const faults: string[] = []
    if (answer.status !== expected)
      faults.push(`${title}: ${answer.status} instead of ${expected} ${said}`)
    else if (wrong) faults.push(`${title}: ${wrong} ${said}`)
    const seesMore = OWNERS_SEE_MORE.includes(route) && !GUESTS.test(who)
    const mismatch = (seesMore ? checkOpen : check)(route, answer.status, answer.body)
    if (mismatch) faults.push(`${title}: ${mismatch} ${said}`)
    const undressed = faultsOfAnswer(route, title, answer)
    if (undressed.length > 0) bare++
    return [...faults, ...undressed]
  }

  for (const row of rows)
    test(row.route, async ({ assert }) => {
      const wrong: string[] = []
      for (const cell of await cellsOf(row, strangers)) {
        tally.count(cell)
        wrong.push(...faultsOf(row.route, cell))
      }
      assert.deepEqual(wrong, [])
    })

  test('has every kind of caller with every kind of object', ({ assert }) => {
    assert.deepEqual(tally.empty, [])
  })
})
