import { test } from '@japa/runner'
import { INQUIRY_MOVES, LEAD_MOVES, LIVE_LEAD, OPEN_INQUIRY } from '#inquiries/services/states'

test.group('states', () => {
  test('what is neither open nor live is an end', ({ assert }) => {
    const endsOf = (moves: Record<string, readonly string[]>) =>
      Object.keys(moves).filter((state) => moves[state].length === 0)
    assert.sameMembers([...endsOf(INQUIRY_MOVES), ...OPEN_INQUIRY], Object.keys(INQUIRY_MOVES))
    assert.sameMembers([...endsOf(LEAD_MOVES), ...LIVE_LEAD], Object.keys(LEAD_MOVES))
  })

  test('every move leads to a known state', ({ assert }) => {
    for (const moves of [INQUIRY_MOVES, LEAD_MOVES] as Record<string, readonly string[]>[])
      for (const targets of Object.values(moves))
        assert.includeMembers(Object.keys(moves), [...targets])
  })
})
