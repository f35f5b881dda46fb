import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { access, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { Disk } from 'flydrive'
import { S3Driver } from 'flydrive/drivers/s3'
import { compatibleS3 } from '#config/drive'
import { write } from '#core/database/write'
import { QuotaExceeded } from '#core/files/errors'
import { fileKind } from '#core/files/file_types'
import type { ReceivedFile } from '#core/files/receive'
import { sendFile } from '#core/files/send'
import { dayFolder, incomingFolder, storage } from '#core/files/storage'
import { keepFile, QUOTA, storeDocument, storeImage, type StagedFile } from '#core/files/store'
import { clock, DAY } from '#core/support/clock'
import { newId } from '#core/support/ids'
import SweepFilesTask from '#core/tasks/sweep_files_task'
import { pdf, picture } from '#tests/helpers/uploads'

async function received(bytes: Buffer, name = 'a file.bin'): Promise<ReceivedFile> {
  const path = join(await incomingFolder(), newId('file'))
  await writeFile(path, bytes)
  return { field: 'file', path, name, size: bytes.length, kind: (await fileKind(path))! }
}

function staged(ownerId: string, size: number): StagedFile {
  const id = newId('file')
  const image = { thumbnailKey: null, width: null, height: null, contentType: 'image/webp' }
  const key = { diskKey: `${dayFolder()}/${id}.webp`, fileName: 'a.webp' }
  return { field: 'file', id, ownerId, purpose: 'portfolio', size, ...image, ...key }
}

test.group('storeDocument', () => {
  test('keeps a PDF as it is', async ({ assert }) => {
    const file = await storeDocument(await received(pdf(), 'passport.PDF'), {
      ownerId: newId('user'),
      purpose: 'verification',
    })
    assert.equal(file.contentType, 'application/pdf')
    assert.equal(file.fileName, 'passport.pdf')
    assert.deepEqual(Buffer.from(await storage.disk().getBytes(file.diskKey)), pdf())
  })

  test('knows half a PDF from a whole one', async ({ assert }) => {
    const file = await received(pdf().subarray(0, 40))
    assert.isNull(file.kind)
  })
})

test.group('sendFile', () => {
  test('hands out a private document as a download that nobody keeps', async ({ assert }) => {
    const belonging = { ownerId: newId('user'), purpose: 'verification' as const }
    const document = await storeDocument(await received(pdf(), 'Paß "1".pdf'), belonging)
    const file = await write((trx) => keepFile(trx, document))
    const ctx = await testUtils.createHttpContext()
    await sendFile(ctx, file)
    const header = (name: string) => String(ctx.response.getHeader(name))
    assert.equal(header('cache-control'), 'private, no-store')
    assert.match(header('content-disposition'), /^attachment; filename="[^"]+"; filename\*=UTF-8''/)
    assert.equal(header('content-type'), 'application/pdf')
    assert.equal(header('x-content-type-options'), 'nosniff')
    await assert.rejects(() => sendFile(ctx, file, { variant: 'thumbnail' }))
  })
})

test.group('keepFile', () => {
  test('lets parallel uploads fill the quota, not exceed it', async ({ assert }) => {
    const owner = newId('user')
    const size = QUOTA / 4
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => write((trx) => keepFile(trx, staged(owner, size))))
    )
    const refused = results.filter((result) => result.status === 'rejected')
    assert.lengthOf(refused, 6)
    for (const { reason } of refused) assert.instanceOf(reason, QuotaExceeded)
  })
})

test.group('SweepFilesTask', (group) => {
  group.each.teardown(() => clock.reset())

  test('removes bytes without a row after two days, and forgotten uploads after one', async ({
    assert,
  }) => {
    const belonging = { ownerId: newId('user'), purpose: 'portfolio' as const }
    const orphan = await storeImage(await received(await picture()), belonging)
    const kept = await storeImage(await received(await picture()), belonging)
    await write((trx) => keepFile(trx, kept))
    const forgotten = join(await incomingFolder(), 'forgotten')
    await writeFile(forgotten, 'x')
    const longAgo = new Date(clock.now() - 2 * DAY)
    await utimes(forgotten, longAgo, longAgo)

    await new SweepFilesTask().run()
    assert.isTrue(await storage.disk().exists(orphan.diskKey))
    await access(forgotten).then(
      () => assert.fail('still there'),
      () => {}
    )
    clock.travel(3 * DAY)
    await new SweepFilesTask().run()
    assert.isFalse(await storage.disk().exists(orphan.diskKey))
    assert.isFalse(await storage.disk().exists(orphan.thumbnailKey!))
    assert.isTrue(await storage.disk().exists(kept.diskKey))
  })
})

/** As much of S3 as the driver needs: objects by path, and a list. */
async function standInForS3() {
  const objects = new Map<string, Buffer>()
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    const { pathname, searchParams } = new URL(request.url!, 'http://s3')
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const found = objects.get(pathname)
      if (searchParams.has('list-type')) {
        const keys = [...objects.keys()].map((path) => path.split('/').slice(2).join('/'))
        const contents = keys.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`)
        response.setHeader('content-type', 'application/xml')
        return response.end(`<ListBucketResult>${contents.join('')}</ListBucketResult>`)
      }
      if (request.method === 'PUT') objects.set(pathname, Buffer.concat(chunks))
      else if (request.method === 'DELETE') objects.delete(pathname)
      else if (!found) response.statusCode = 404
      const isRead = found && ['GET', 'HEAD'].includes(request.method!)
      if (isRead) response.setHeader('content-length', found.length)
      if (request.method === 'DELETE') response.statusCode = 204
      response.end(isRead && request.method === 'GET' ? found : undefined)
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { endpoint, objects, requests, close: () => server.close() }
}

test.group('the S3 disk', () => {
  test('stores, reads, sweeps and deletes by signed, path-style requests', async ({
    assert,
    cleanup,
  }) => {
    const s3 = await standInForS3()
    const { disk } = storage
    const driver = new S3Driver({
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
      region: 'us-east-1',
      bucket: 'souk',
      visibility: 'private',
      ...compatibleS3(s3.endpoint),
    })
    storage.disk = () => new Disk(driver)
    cleanup(() => {
      storage.disk = disk
      s3.close()
    })
    clock.travel(-3 * DAY)
    const belonging = { ownerId: newId('user'), purpose: 'portfolio' as const }
    const file = await storeImage(await received(await picture()), belonging)
    clock.reset()

    assert.isTrue(s3.objects.has(`/souk/${file.diskKey}`))
    assert.isTrue(await storage.disk().exists(file.diskKey))
    const bytes = await storage.disk().getBytes(file.diskKey)
    assert.equal(bytes.length, file.size)
    await new SweepFilesTask().run()
    assert.equal(s3.objects.size, 0)
    assert.isFalse(await storage.disk().exists(file.diskKey))

    assert.includeMembers(
      s3.requests.map((request) => request.method),
      ['PUT', 'GET', 'HEAD', 'DELETE']
    )
    for (const { url, headers } of s3.requests) {
      assert.isTrue(url!.startsWith('/souk'))
      assert.match(headers.authorization!, /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-east-1\/s3/)
    }
  })
})
