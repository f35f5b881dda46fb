import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import sharp from 'sharp'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { storage } from '#core/files/storage'
import { newId } from '#core/support/ids'
import { until } from '#tests/faults/processes'
import { actorOfRole } from '#tests/helpers/actors'
import { drainOutbox } from '#tests/helpers/outbox'
import { pdf, picture, pngClaiming } from '#tests/helpers/uploads'

const AVATAR = '/api/v1/user/avatar'
const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

test.group('users.avatars.update', () => {
  test('wants a log-in', async ({ client }) => {
    const response = await client.put(AVATAR).file('avatar', await picture(), 'me.jpg')
    response.assertStatus(401)
  })

  for (const format of ['jpeg', 'png', 'webp', 'gif'] as const) {
    test(`takes ${format}, and serves it anew with a thumbnail`, async ({ client, assert }) => {
      const { headers } = await actorOfRole('client')
      const bytes = await picture(format, { width: 900, height: 600 })
      const upload = await client.put(AVATAR).headers(headers).file('avatar', bytes, `me.${format}`)
      upload.assertStatus(200)
      const { avatar } = upload.body().data

      const served = await client.get(avatar.url)
      served.assertStatus(200)
      served.assertHeader('content-type', 'image/webp')
      served.assertHeader('x-content-type-options', 'nosniff')
      served.assertHeader('cache-control', 'public, max-age=31536000, immutable')
      assert.include(served.header('content-security-policy'), 'sandbox')
      const thumbnail = await sharp((await client.get(avatar.thumbnailUrl)).body()).metadata()
      assert.equal(thumbnail.width, 400)
      const profile = await client.get('/api/v1/user/profile').headers(headers)
      assert.equal(profile.body().data.avatar.id, avatar.id)
    })
  }

  test('answers 304 to whoever has it already', async ({ client }) => {
    const { headers } = await actorOfRole('client')
    const upload = await client
      .put(AVATAR)
      .headers(headers)
      .file('avatar', await picture(), 'a.jpg')
    const { url } = upload.body().data.avatar
    const first = await client.get(url)
    const again = await client.get(url).header('if-none-match', first.header('etag')!)
    again.assertStatus(304)
  })

  test('takes out where a picture was made', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const bytes = await picture('jpeg', { gps: true })
    assert.exists((await sharp(bytes).metadata()).exif)
    const upload = await client.put(AVATAR).headers(headers).file('avatar', bytes, 'home.jpg')
    const served = (await client.get(upload.body().data.avatar.url)).body()
    assert.notExists((await sharp(served).metadata()).exif)
    assert.notInclude(served.toString('latin1'), 'canary')
  })

  test('leaves nothing of a script that hides behind the pixels', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const polyglot = Buffer.concat([await picture(), Buffer.from(`<script>canary()</script>`)])
    const upload = await client.put(AVATAR).headers(headers).file('avatar', polyglot, 'x.jpg')
    upload.assertStatus(200)
    const served = (await client.get(upload.body().data.avatar.url)).body()
    assert.notInclude(served.toString('latin1'), 'canary')
  })

  test('refuses what is not an image, whatever it is called: {name}')
    .with([
      { name: 'svg', bytes: async () => Buffer.from(script) },
      { name: 'svg with a declaration', bytes: async () => Buffer.from(`<?xml?>${script}`) },
      { name: 'html', bytes: async () => Buffer.from('<!doctype html><h1>hi') },
      { name: 'javascript', bytes: async () => Buffer.from('alert(1)') },
      { name: 'pdf', bytes: async () => pdf() },
      { name: 'zip', bytes: async () => Buffer.from('PK\x03\x04rest') },
      { name: 'nothing', bytes: async () => Buffer.alloc(0) },
      { name: 'gif header only', bytes: async () => Buffer.from('GIF89a=1;alert(1)') },
      { name: 'half a jpeg', bytes: async () => halfOf(await picture('jpeg', { width: 800 })) },
      { name: 'half a png', bytes: async () => halfOf(await picture('png', { width: 800 })) },
      { name: 'png bomb', bytes: async () => pngClaiming(64_250, 64_250) },
      { name: 'png of 41 megapixels', bytes: async () => pngClaiming(8_200, 5_000) },
      { name: 'riff that is no webp', bytes: async () => Buffer.from('RIFF\x04\0\0\0WAVEfmt ') },
    ])
    .run(async ({ client, assert }, { bytes }) => {
      const { headers } = await actorOfRole('client')
      const response = await client
        .put(AVATAR)
        .headers(headers)
        .file('avatar', await bytes(), 'a.png')
      response.assertStatus(422)
      assert.equal(response.body().errors[0].field, 'avatar')
    })

  test('never uses the name that the sender gives: {$self}')
    .with(['../../../etc/passwd', '..\\..\\boot.ini', '%2e%2e%2fpasswd', 'a\0b.png', '/etc/x.png'])
    .run(async ({ client, assert }, name) => {
      const { headers } = await actorOfRole('client')
      const upload = await client
        .put(AVATAR)
        .headers(headers)
        .file('avatar', await picture(), name)
      upload.assertStatus(200)
      const row = await db.from('files').where({ id: upload.body().data.avatar.id }).first()
      assert.match(row.disk_key, /^\d{4}-\d\d-\d\d\/fil_\w{26}\.webp$/)
      assert.notMatch(row.file_name, /[/\\]|\0/)
    })

  test('refuses a file that is too large, announced or not', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const bytes = Buffer.concat([await picture(), Buffer.alloc(6 * 1024 ** 2)])
    const announced = await client.put(AVATAR).headers(headers).file('avatar', bytes, 'big.jpg')
    announced.assertStatus(413)

    const url = `http://127.0.0.1:${env.get('PORT')}${AVATAR}`
    const head = '--x\r\nContent-Disposition: form-data; name="avatar"; filename="a.jpg"\r\n\r\n'
    const streamed = await fetch(url, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
      body: ReadableStream.from([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
      duplex: 'half',
    } as RequestInit)
    assert.equal(streamed.status, 413)
  })

  test('refuses two files, none, another field, another content type and half a form', async ({
    client,
    assert,
  }) => {
    const { headers } = await actorOfRole('client')
    const image = await picture()
    const put = () => client.put(AVATAR).headers(headers)
    const two = await put().file('avatar', image, 'a.jpg').file('avatar', image, 'b.jpg')
    const none = await put().field('name', 'x')
    const other = await put().file('picture', image, 'a.jpg')
    const json = await put().json({ avatar: 'x' })
    assert.deepEqual(
      [two.status(), none.status(), other.status(), json.status()],
      [422, 422, 422, 415]
    )

    const url = `http://127.0.0.1:${env.get('PORT')}${AVATAR}`
    const broken = await fetch(url, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="avatar"; filename="a.jpg"\r\n\r\nabc',
    })
    assert.equal(broken.status, 400)
  })

  test('leaves no temporary file behind', async ({ client, assert }) => {
    const { headers } = await actorOfRole('client')
    const folder = join(app.makePath(env.get('DRIVE_ROOT')), '.incoming')
    const before = await readdir(folder)
    await client
      .put(AVATAR)
      .headers(headers)
      .file('avatar', await picture(), 'a.jpg')
    await client.put(AVATAR).headers(headers).file('avatar', Buffer.from('x'), 'a.jpg')
    await until('the temporary files are gone', async () =>
      (await readdir(folder)).every((name) => before.includes(name))
    )
    assert.includeMembers(before, await readdir(folder))
  })

  test('says so when the disk is full', async ({ client, assert, cleanup }) => {
    const { headers } = await actorOfRole('client')
    const { freeBytes } = storage
    storage.freeBytes = async () => 100 * 1024 ** 2
    cleanup(() => void (storage.freeBytes = freeBytes))
    const response = await client
      .put(AVATAR)
      .headers(headers)
      .file('avatar', await picture(), 'a.jpg')
    response.assertStatus(507)
    assert.equal(response.body().errors[0].code, 'E_DISK_FULL')
  })

  test('ends at the quota', async ({ client, assert }) => {
    const { user, headers } = await actorOfRole('client')
    await db.table('file_usages').insert({ owner_id: user.id, used_bytes: 200 * 1024 ** 2 - 10 })
    const response = await client
      .put(AVATAR)
      .headers(headers)
      .file('avatar', await picture(), 'a.jpg')
    response.assertStatus(422)
    assert.equal(response.body().errors[0].code, 'E_QUOTA_EXCEEDED')
  })

  test('removes the picture before, and counts only what is there', async ({ client, assert }) => {
    const { user, headers } = await actorOfRole('client')
    const uploads = []
    for (let i = 0; i < 3; i++)
      uploads.push(
        await client
          .put(AVATAR)
          .headers(headers)
          .file('avatar', await picture(), 'a.jpg')
      )
    await drainOutbox()
    const gone = await client.get(uploads[0].body().data.avatar.url)
    gone.assertStatus(404)
    const rows = await db.from('files').where({ owner_id: user.id })
    const usage = await db.from('file_usages').where({ owner_id: user.id }).first()
    assert.lengthOf(rows, 1)
    assert.equal(Number(usage.used_bytes), Number(rows[0].size))
  })
})

test.group('files.show', () => {
  test('does not serve private files, nor what is not there', async ({ client, assert }) => {
    const { user } = await actorOfRole('partner')
    const id = newId('file')
    await db.table('files').insert({
      id,
      owner_id: user.id,
      purpose: 'verification',
      disk_key: 'x',
      file_name: 'passport.pdf',
      content_type: 'application/pdf',
      size: 1,
      created_at: 1,
    })
    const hidden = await client.get(`/api/v1/files/${id}`)
    const missing = await client.get(`/api/v1/files/${newId('file')}`)
    hidden.assertStatus(404)
    assert.deepEqual(hidden.body().errors, missing.body().errors)
    const odd = await client.get('/api/v1/files/..%2f..%2fetc%2fpasswd')
    odd.assertStatus(404)
  })
})

function halfOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2)
}
