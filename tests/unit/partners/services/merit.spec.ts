import { test } from '@japa/runner'
import {
  RATING_POINTS,
  ratingPoints,
  RESPONSE_POINTS,
  responsePoints,
} from '#partners/services/merit'

test.group('merit', () => {
  test('many good ratings are worth more than one perfect one', ({ assert }) => {
    assert.isAbove(ratingPoints(4.8 * 100, 100), ratingPoints(5, 1))
    assert.isAbove(ratingPoints(5, 1), ratingPoints(0, 0))
    assert.isBelow(ratingPoints(1, 1), ratingPoints(0, 0))
    assert.isAtMost(ratingPoints(5_000_000, 1_000_000), RATING_POINTS)
  })

  test('a newcomer has answered everything; silence costs, answers restore', ({ assert }) => {
    assert.equal(responsePoints(0, 0, 0), RESPONSE_POINTS)
    assert.equal(responsePoints(50, 50, 0), RESPONSE_POINTS)
    assert.equal(responsePoints(9, 3, 6), RESPONSE_POINTS)
    assert.isBelow(responsePoints(1, 0, 0), RESPONSE_POINTS)
    assert.isBelow(responsePoints(10, 5, 0), responsePoints(10, 9, 0))
  })
})
