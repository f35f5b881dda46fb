import { Validator } from '@seriousme/openapi-schema-validator'
import { test } from '@japa/runner'

test.group('openapi.show', () => {
  test('is a valid OpenAPI 3.1 document', async ({ client, assert }) => {
    const response = await client.get('/api/v1/openapi.json')
    response.assertStatus(200)
    const validator = new Validator()
    const verdict = await validator.validate(response.body())
    assert.isTrue(verdict.valid, JSON.stringify(verdict.errors ?? ''))
    assert.equal(validator.version, '3.1')
  })

  test('is not sent again to who has it', async ({ client, assert }) => {
    const first = await client.get('/api/v1/openapi.json')
    const etag = first.header('etag')!
    const again = await client.get('/api/v1/openapi.json').header('if-none-match', etag)
    again.assertStatus(304)
    assert.isEmpty(again.text())
  })
})
