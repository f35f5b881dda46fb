import { test } from '@japa/runner'
import { ProviderUnavailable } from '#auth/errors'
import { providerFetch } from '#auth/services/outside/provider_fetch'

test.group('what is asked of a log-in provider', () => {
  test('is asked by https, or on this machine, wherever its metadata lead', async ({
    assert,
    cleanup,
  }) => {
    const asked: string[] = []
    const { fetch } = globalThis
    globalThis.fetch = async (url) => {
      asked.push(String(url))
      return new Response('{}')
    }
    cleanup(() => void (globalThis.fetch = fetch))
    const moved = new Map([['https://login.test/moved', 'http://login.test/moved']])
    const ask = providerFetch(moved)
    for (const url of ['http://login.test/keys', 'https://login.test/moved', 'ftp://login.test'])
      await assert.rejects(() => ask(url, {}), ProviderUnavailable)
    assert.deepEqual(asked, [])
    for (const url of ['https://login.test/keys', 'http://127.0.0.1:9/keys']) await ask(url, {})
    assert.lengthOf(asked, 2)
  })
})
