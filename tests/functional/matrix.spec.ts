import { test } from '@japa/runner'
import { answerChecker } from '#tests/helpers/openapi'
import { cellsOf, loadRows, makeStrangers, type Strangers } from '#tests/matrix/matrix'

const rows = await loadRows()

/**
 * The document names what everybody sees here; the owner sees more. (The compiler folds the larger
 * answer of a method into the smaller one.)
 */
const OWNERS_SEE_MORE = ['products.show', 'packages.show', 'events.show']

test.group('the permission matrix', (group) => {
  let strangers: Strangers
  let check: Awaited<ReturnType<typeof answerChecker>>
  let checkOpen: typeof check
  let cells = 0

  group.setup(async () => {
    strangers = await makeStrangers()
    check = await answerChecker({ isClosed: true })
    checkOpen = await answerChecker()
  })
  group.teardown(() => console.log(`      ${cells} cells of ${rows.length} routes`))

  for (const row of rows)
    test(row.route, async ({ assert }) => {
      const wrong: string[] = []
      for (const { title, expected, answer, wrong: fault } of await cellsOf(row, strangers)) {
        cells++
        const said = JSON.stringify(answer.body).slice(0, 300)
        if (answer.status !== expected)
          wrong.push(`${title}: ${answer.status} instead of ${expected} ${said}`)
        else if (fault) wrong.push(`${title}: ${fault} ${said}`)
        const checker = OWNERS_SEE_MORE.includes(row.route) ? checkOpen : check
        const mismatch = checker(row.route, answer.status, answer.body)
        if (mismatch && !wrong.some((line) => line.startsWith(mismatch)))
          wrong.push(`${mismatch} (${title}) ${said}`)
      }
      assert.deepEqual(wrong, [])
    })
})
