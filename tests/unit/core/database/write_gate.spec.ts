import { setImmediate as nextTurn } from 'node:timers/promises'
import { test } from '@japa/runner'
import { WriteGate } from '#core/database/write_gate'
import { ServiceUnavailable } from '#core/errors'

test.group('core/database/write_gate', () => {
  test('lets so many in at a time, the others in the order they came', async ({ assert }) => {
    const gate = new WriteGate({ room: 2 })
    const entered: number[] = []
    let [inside, most] = [0, 0]
    const visit = async (n: number) => {
      const leave = await gate.enter()
      entered.push(n)
      most = Math.max(most, ++inside)
      await nextTurn()
      inside--
      leave()
    }
    await Promise.all([...Array(20).keys()].map(visit))
    assert.deepEqual(entered, [...Array(20).keys()])
    assert.equal(most, 2)
  })

  test('a request that waited before is older than those that came since', async ({ assert }) => {
    const gate = new WriteGate({ room: 1 })
    const entered: string[] = []
    const visit = async (name: string, request: object) => {
      const leave = await gate.enter(request)
      entered.push(name)
      await nextTurn()
      leave()
    }
    const request = {}
    const twice = visit('first', request).then(() => visit('second', request))
    await Promise.all([twice, ...['a', 'b', 'c'].map((name) => visit(name, {}))])
    assert.deepEqual(entered, ['first', 'a', 'second', 'b', 'c'])
  })

  test('nobody waits longer than that, and the turn is not lost', async ({ assert }) => {
    const gate = new WriteGate({ room: 1, patience: 20 })
    const leave = await gate.enter()
    await assert.rejects(() => gate.enter(), new ServiceUnavailable().message)
    leave()
    const again = await gate.enter()
    again()
  })

  test('when too many wait, the next one is refused at once', async ({ assert }) => {
    const gate = new WriteGate({ room: 1, mostWaiting: 1 })
    const leave = await gate.enter()
    const waiting = gate.enter()
    await assert.rejects(() => gate.enter(), new ServiceUnavailable().message)
    leave()
    const last = await waiting
    last()
  })
})
