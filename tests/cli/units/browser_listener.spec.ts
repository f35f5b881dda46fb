import { request } from 'node:http'
import { test } from '@japa/runner'
import { UnreachableError } from '../../../cli/errors.ts'
import { BrowserListener } from '../../../cli/log_in/listener.ts'

const STATE = 'state-of-this-log-in'
const signal = () => new AbortController().signal

/** Status, headers and page of a request to the listener. */
function ask(url: string, { method = 'GET', host }: { method?: string; host?: string } = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const headers = host === undefined ? {} : { host }
      const question = request(url, { method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => (text += part))
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, text })
        )
      })
      question.on('error', reject).end()
    }
  )
}

test.group('the listener for the browser', () => {
  test('takes the answer with its state; what else comes changes nothing', async ({ assert }) => {
    const listener = await BrowserListener.open(STATE)
    const { address } = listener
    const { port } = new URL(address)
    assert.equal(address, `http://127.0.0.1:${port}/souk/login`)
    const answer = listener.answer(signal())
    const good = `?code=secret-code&state=${STATE}`
    const tricks: [status: number, url: string, options?: Parameters<typeof ask>[1]][] = [
      [404, `http://127.0.0.1:${port}/${good}`],
      [404, `http://127.0.0.1:${port}/favicon.ico`],
      [404, `${address}/${good}`],
      [404, address + good, { method: 'POST' }],
      [404, address + good, { host: `rebound.evil.test:${port}` }],
      [404, address + good, { host: '127.0.0.1' }],
      [400, `${address}?code=secret-code`],
      [400, `${address}?code=secret-code&state=another`],
      [400, `${address}?code=secret-code&state=another&state=${STATE}`],
      [400, `${address}?state=${STATE}`],
      [400, `${address}?error=<b>&state=${STATE.toUpperCase()}`],
    ]
    for (const [status, url, options] of tricks)
      assert.equal((await ask(url, options)).status, status, url)

    const page = await ask(address + good)
    assert.equal(page.status, 200)
    assert.include(page.text, 'You can close this window')
    assert.notInclude(page.text, 'secret-code')
    assert.include(page.headers['content-security-policy'], "default-src 'none'")
    assert.equal(page.headers['cache-control'], 'no-store')
    assert.equal(page.headers['referrer-policy'], 'no-referrer')
    assert.deepEqual(await answer, { code: 'secret-code' })
    listener.close()
    await assert.rejects(() => ask(address + good), /ECONNREFUSED/)
  })

  test('hands on a refusal, and shows nothing of it', async ({ assert }) => {
    const listener = await BrowserListener.open(STATE)
    const answer = listener.answer(signal())
    const page = await ask(`${listener.address}?error=<script>&state=${STATE}`)
    assert.notInclude(page.text, '<script>')
    assert.deepEqual(await answer, { error: '<script>' })
    listener.close()
  })

  test('gives up in time, and at once on Ctrl-C', async ({ assert }) => {
    const patient = await BrowserListener.open(STATE)
    const late = await patient.answer(signal(), 5).catch((error) => error)
    assert.instanceOf(late, UnreachableError)
    assert.equal(late.exitCode, 6)
    patient.close()

    const stopped = await BrowserListener.open(STATE)
    const controller = new AbortController()
    const answer = stopped.answer(controller.signal)
    const reason = new Error('Ctrl-C')
    controller.abort(reason)
    assert.equal(await answer.catch((error) => error), reason)
    stopped.close()
  })
})
