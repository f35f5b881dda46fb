import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import env from '#start/env'
import { test } from '@japa/runner'

const CHROMIUM = '/usr/bin/chromium'

test.group('docs.index', () => {
  test('takes everything from this server and runs no inline script', async ({
    client,
    assert,
  }) => {
    const page = await client.get('/api/v1/docs')
    page.assertStatus(200)
    assert.include(page.header('content-type'), 'text/html')
    assert.include(page.header('content-security-policy'), "script-src 'self';")
    assert.equal(page.header('x-content-type-options'), 'nosniff')
    const addresses = [...page.text().matchAll(/(?:src|href)="([^"]+)"/g)].map(([, to]) => to)
    for (const address of addresses.filter((to) => to !== 'data:,')) {
      assert.match(address, /^\/api\/v1\/docs\//)
      const asset = await client.get(address)
      asset.assertStatus(200)
      assert.equal(asset.header('x-content-type-options'), 'nosniff')
    }
  })

  test('shows every tag in a real browser', async ({ assert }) => {
    const folder = await mkdtemp(join(tmpdir(), 'souk-docs-'))
    try {
      const html = await dumpDom(`http://${env.get('HOST')}:${env.get('PORT')}/api/v1/docs`, folder)
      assert.include(html, 'Log in with e-mail or phone and password.')
      assert.include(html, '/api/v1/auth/login')
      assert.notInclude(html, 'Failed to load API definition')
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }).skip(!existsSync(CHROMIUM), `${CHROMIUM} is not installed`)
})

test.group('docs.show', () => {
  test('gives out nothing but the files of the page', async ({ client }) => {
    for (const name of ['package.json', 'index.html', '..%2fpackage.json']) {
      const response = await client.get(`/api/v1/docs/${name}`)
      response.assertStatus(404)
    }
  })
})

async function dumpDom(url: string, profile: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    CHROMIUM,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      // a long list is drawn as far as the window shows it
      '--window-size=1200,40000',
      '--virtual-time-budget=20000',
      '--dump-dom',
      url,
    ],
    { maxBuffer: 64 * 1024 * 1024, timeout: 50_000 }
  )
  return stdout
}
