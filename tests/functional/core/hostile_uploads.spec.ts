import { test } from '@japa/runner'
import sharp from 'sharp'
import env from '#start/env'
import db from '@adonisjs/lucid/services/db'
import { HOSTILE_FILES, type HostileFile } from '#tests/helpers/hostile_files'
import { completePartner, draftPartner, type PartnerActor } from '#tests/helpers/partners'

interface Place {
  name: string
  method: 'PUT' | 'POST'
  path: string
  field: string
  fields: Record<string, string>
  /** somebody who may upload here */
  owner: () => Promise<PartnerActor>
  fate: (file: HostileFile) => HostileFile['asImage']
  /** where the stored file is served, from the answer to the upload */
  url: (data: any) => string
}

const PLACES: Place[] = [
  {
    name: 'an avatar',
    method: 'PUT',
    path: '/api/v1/user/avatar',
    field: 'avatar',
    fields: {},
    owner: draftPartner,
    fate: (file) => file.asImage,
    url: (data) => data.avatar.url,
  },
  {
    name: 'a portfolio image',
    method: 'POST',
    path: '/api/v1/partner/portfolio',
    field: 'images',
    fields: { title: 'Work' },
    owner: draftPartner,
    fate: (file) => file.asImage,
    url: (data) => data.images[0].url,
  },
  {
    name: 'a document',
    method: 'POST',
    path: '/api/v1/partner/verification',
    field: 'documents',
    fields: { 'kinds[]': 'identity' },
    owner: completePartner,
    fate: (file) => file.asDocument,
    url: (data) => data.submissions[0].documents[0].url,
  },
]

const origin = () => `http://127.0.0.1:${env.get('PORT')}`

/** Written by hand: clients would mend the names. */
async function upload(place: Place, owner: PartnerActor, file: HostileFile): Promise<Response> {
  const disposition = (name: string, more = '') =>
    `--limit\r\nContent-Disposition: form-data; name="${name}"${more}\r\n`
  const name = file.fileName.replace(/[\r\n"]/g, (sign) => encodeURIComponent(sign))
  const fields = Object.entries(place.fields).map(
    ([field, value]) => `${disposition(field)}\r\n${value}\r\n`
  )
  const head = disposition(place.field, `; filename="${name}"`)
  return fetch(origin() + place.path, {
    method: place.method,
    headers: { ...owner.headers, 'content-type': 'multipart/form-data; boundary=limit' },
    body: Buffer.concat([
      Buffer.from(`${fields.join('')}${head}Content-Type: image/png\r\n\r\n`),
      await file.bytes(),
      Buffer.from('\r\n--limit--\r\n'),
    ]),
  })
}

test.group('hostile uploads', () => {
  test('the corpus is as large as promised', ({ assert }) => {
    assert.isAtLeast(HOSTILE_FILES.length, 60)
    const names = HOSTILE_FILES.map(({ what }) => what)
    assert.lengthOf(new Set(names), names.length)
  })

  for (const place of PLACES) {
    const withFate = (fate: string) => HOSTILE_FILES.filter((file) => place.fate(file) === fate)

    test(`${place.name}: what is no picture is refused, and nothing of it is kept`, async ({
      assert,
    }) => {
      const owner = await place.owner()
      for (const file of withFate('refused')) {
        const response = await upload(place, owner, file)
        const answer = await response.text()
        assert.include([413, 422], response.status, `${file.what}: ${answer}`)
        assert.equal(JSON.parse(answer).errors[0].field, place.field, file.what)
        assert.notInclude(answer, 'canary', file.what)
      }
      assert.isEmpty(await db.from('files').where({ owner_id: owner.user.id }))
    }).timeout(240_000)

    test(`${place.name}: what is one is served anew, without what it hid`, async ({ assert }) => {
      for (const file of withFate('cleaned')) {
        const owner = await place.owner()
        const response = await upload(place, owner, file)
        const answer: any = await response.json()
        assert.include([200, 201], response.status, `${file.what}: ${JSON.stringify(answer)}`)
        const url = new URL(place.url(answer.data), origin())
        const served = await fetch(url, { headers: owner.headers })
        const bytes = Buffer.from(await served.arrayBuffer())
        assert.equal(served.headers.get('content-type'), 'image/webp', file.what)
        assertHarmless(assert, served, file)
        assert.notInclude(bytes.toString('latin1'), 'canary', file.what)
        const { format, exif, xmp, iptc, pages } = await sharp(bytes).metadata()
        assert.equal(format, 'webp', file.what)
        for (const hidden of [exif, xmp, iptc]) assert.isUndefined(hidden, file.what)
        assert.equal(pages ?? 1, 1, file.what)
        const rows = await db.from('files').where({ owner_id: owner.user.id })
        assert.lengthOf(rows, 1)
        assert.match(rows[0].disk_key, /^\d{4}-\d\d-\d\d\/fil_\w{26}\.webp$/, file.what)
        assert.match(rows[0].file_name, /^[^/\\\p{Cc}\u202e"]{1,105}\.webp$/u, file.what)
      }
    }).timeout(240_000)

    const kept = withFate('attached')
    if (kept.length > 0)
      test(`${place.name}: a PDF is only ever handed out as an attachment`, async ({ assert }) => {
        for (const file of kept) {
          const owner = await place.owner()
          const response = await upload(place, owner, file)
          const answer: any = await response.json()
          assert.equal(response.status, 201, `${file.what}: ${JSON.stringify(answer)}`)
          const url = new URL(place.url(answer.data), origin())
          const served = await fetch(url, { headers: owner.headers })
          assert.equal(served.headers.get('content-type'), 'application/pdf', file.what)
          assert.match(served.headers.get('content-disposition')!, /^attachment; /, file.what)
          assertHarmless(assert, served, file)
          await served.arrayBuffer()
        }
      }).timeout(240_000)
  }
})

function assertHarmless(assert: any, served: Response, { what }: HostileFile) {
  assert.equal(served.status, 200, what)
  assert.equal(served.headers.get('x-content-type-options'), 'nosniff', what)
  assert.include(served.headers.get('content-security-policy'), 'sandbox', what)
  assert.match(served.headers.get('content-disposition')!, /filename="[^"]*\.(webp|pdf)"/, what)
  assert.isNull(served.headers.get('set-cookie'), what)
}
