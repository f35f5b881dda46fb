import { Validator } from '@seriousme/openapi-schema-validator'
import { test } from '@japa/runner'
import { readDocument } from '#tests/helpers/openapi'

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

  test('says what is in every answer', async ({ assert }) => {
    const { paths, components } = await readDocument()
    const found = Object.entries(components.schemas).flatMap(([name, schema]) =>
      looseParts(schema, name)
    )
    for (const methods of Object.values<any>(paths))
      for (const { operationId, responses } of Object.values<any>(methods))
        for (const answer of Object.values<any>(responses)) {
          const schema = answer.content?.['application/json']?.schema
          if (schema) found.push(...looseParts(schema, operationId))
        }
    assert.deepEqual(
      found.filter((part) => !FREE.some((pattern) => pattern.test(part))),
      []
    )
  })
})

/** What has no form by nature. */
const FREE = [
  /^(ActionLog|SealedEntry)\.(before|after)\.\*$/, // rows as they were
  /^Job\.payload\.\*$/, // the arguments of any job
  /^WebhookMessage\.payload\.\*$/, // what a gateway has sent
  /^openapi\.show$/,
  /^categories\.index(\.\w+\[\]){10,}/, // of a tree, deeper than trees may be
]

/** Parts of a schema that anything would fit. */
function looseParts(schema: any, at: string): string[] {
  const { properties = {}, items, anyOf = [], additionalProperties: others } = schema
  const saysNothing = Object.keys(schema).length === 0
  const isBare = schema.type === 'object' && !schema.properties && !others
  return [
    ...(saysNothing || isBare ? [at] : []),
    ...Object.entries(properties).flatMap(([name, part]) => looseParts(part, `${at}.${name}`)),
    ...(items ? looseParts(items, `${at}[]`) : []),
    ...anyOf.flatMap((part: any) => looseParts(part, at)),
    ...(typeof others === 'object' ? looseParts(others, `${at}.*`) : []),
  ]
}
