import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { orderRows } from '#orders/queries/list_orders'
import { actorOfRole, unique } from '#tests/helpers/actors'
import { makeListing, variantRow } from '#tests/helpers/catalogue'
import { makeCorner, makePartner } from '#tests/helpers/marketplace'
import { drainOutbox, mailsTo } from '#tests/helpers/outbox'
import { isSqlite, planOf } from '#tests/helpers/plans'
import { placeOrder, placePaidOrder } from '#tests/helpers/shopping'

test.group('orders.staff.orders.index', () => {
  test('finds by every filter, page after page', async ({ client, assert }) => {
    const agent = await actorOfRole('agent')
    const seller = await makePartner(await makeCorner())
    const { variantId } = await makeListing({ partner: seller })
    const buyer = await actorOfRole('client')
    const ids: string[] = []
    for (let one = 0; one < 5; one++) ids.push((await placeOrder([variantId], buyer)).orderId)
    const paid = await placePaidOrder([variantId], buyer)
    const find = async (query: Record<string, unknown>) => {
      const response = await client.get('/api/v1/admin/orders').qs(query).headers(agent.headers)
      response.assertStatus(200)
      return response.body()
    }
    const clientId = buyer.user.id
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page: any = await find({ clientId, limit: 4, ...(cursor && { cursor }) })
      seen.push(...page.data.map((order: any) => order.id))
      cursor = page.meta.nextCursor
    } while (cursor)
    assert.deepEqual(seen, [...ids, paid.orderId].reverse())

    const byPartner: string[] = []
    do {
      const page: any = await find({
        partnerId: seller.partnerId,
        limit: 4,
        ...(cursor && { cursor }),
      })
      byPartner.push(...page.data.map((order: any) => order.id))
      cursor = page.meta.nextCursor
    } while (cursor)
    assert.deepEqual(byPartner, seen)

    const one = async (query: object) =>
      (await find({ clientId, ...query })).data.map((order: any) => order.id)
    assert.deepEqual(await one({ status: 'placed' }), [paid.orderId])
    assert.deepEqual(await one({ number: paid.order.number }), [paid.orderId])
    assert.lengthOf(await one({ currency: 'EUR' }), 6)
    assert.lengthOf(await one({ currency: 'JPY' }), 0)
    assert.lengthOf(await one({ source: 'cart' }), 6)
    assert.lengthOf(await one({ source: 'manual' }), 0)
    const total = Number(paid.order.total_amount)
    assert.lengthOf(await one({ currency: 'EUR', minAmount: total, maxAmount: total }), 6)
    assert.lengthOf(await one({ currency: 'EUR', minAmount: total + 1 }), 0)
    assert.lengthOf(await one({ currency: 'EUR', maxAmount: total - 1 }), 0)
    const bare = await client
      .get('/api/v1/admin/orders')
      .qs({ maxAmount: total })
      .headers(agent.headers)
    bare.assertStatus(422)
    assert.equal(bare.body().errors[0].field, 'currency')
    assert.lengthOf(await one({ until: '2020-01-01' }), 0)
    assert.lengthOf(await one({ since: '2020-01-01' }), 6)
    const published = await client
      .get('/api/orders/all')
      .qs({ number: paid.order.number })
      .headers(agent.headers)
    assert.equal(published.body().data[0].id, paid.orderId)
  })

  test('has an index for each filter and its sort', async ({ assert }) => {
    for (const filters of [
      {},
      { status: 'placed' as const },
      { clientId: 'usr_x' },
      { clientId: 'usr_x', status: 'placed' as const },
      { currency: 'EUR' },
      { partnerId: 'prt_x' },
      { source: 'manual' as const },
      { currency: 'EUR', minAmount: 5, maxAmount: 9 },
      { since: 1, until: 2 },
      { partnerId: 'prt_x', since: 1, until: 2 },
    ]) {
      const { query, keys } = orderRows(filters)
      for (const { column, direction } of keys) query.orderBy(column, direction)
      const plan = await planOf('orders', query.limit(21))
      if (isSqlite()) {
        assert.notInclude(plan, 'TEMP B-TREE', JSON.stringify(filters))
        assert.notMatch(plan, /SCAN \w+"/, JSON.stringify(filters))
      } else if (Object.keys(filters).length > 0)
        // a small table is read as it lies all the same
        assert.notInclude(plan, '"possible_keys":null', JSON.stringify(filters))
    }
  })
})

test.group('orders.staff.orders.store', () => {
  test('writes an order of variants and of words; the client is told to pay it', async ({
    client,
    assert,
  }) => {
    const admin = await actorOfRole('admin')
    const buyer = await actorOfRole('client')
    const seller = await makePartner(await makeCorner())
    const { variantId } = await makeListing({ prices: [{ currency: 'EUR', amount: 1_500 }] })
    const body = {
      clientId: buyer.user.id,
      lines: [
        { variantId, quantity: 2 },
        {
          partnerId: seller.partnerId,
          title: 'Extra hour',
          amount: { amount: 5_000, currency: 'EUR' },
        },
      ],
      note: 'Agreed on the phone',
    }
    const send = (key: string) =>
      client
        .post('/api/v1/admin/orders')
        .headers({ ...admin.headers, 'idempotency-key': key })
        .json(body)
    const key = unique('manual-')
    const response = await send(key)
    response.assertStatus(201)
    const { data } = response.body()
    assert.equal(data.source, 'manual')
    assert.equal(data.clientId, buyer.user.id)
    assert.deepEqual(data.totals.goods, { amount: 8_000, currency: 'EUR' })
    assert.deepEqual(
      data.partnerOrders.flatMap((part: any) => part.lines.map((line: any) => line.kind)),
      ['product', 'manual']
    )
    assert.equal((await variantRow(variantId)).reserved, 2)
    const again = await send(key)
    assert.equal(again.body().data.id, data.id)
    assert.equal((await variantRow(variantId)).reserved, 2)

    const entry = await db
      .from('audit_entries')
      .where({ action: 'order.placed', subject_id: data.id })
      .firstOrFail()
    assert.equal(entry.reason, 'Agreed on the phone')
    const seen = await client.get(`/api/v1/orders/${data.id}`).headers(admin.headers)
    assert.equal(seen.body().data.history[0].reason, 'Agreed on the phone')
    await drainOutbox()
    const [mail] = await mailsTo(buyer.user.email!)
    assert.include(mail, data.number)
    const own = await client.get(`/api/v1/orders/${data.id}`).headers(buyer.headers)
    own.assertStatus(200)
  })

  test('names what is wrong with it', async ({ client, assert }) => {
    const admin = await actorOfRole('admin')
    const buyer = await actorOfRole('client')
    const seller = await makePartner(await makeCorner())
    const draft = await makePartner(await makeCorner(), { status: 'suspended' })
    const { variantId } = await makeListing({ prices: [{ currency: 'EUR', amount: 1 }], stock: 1 })
    const word = (partnerId: string, currency = 'EUR') => ({
      partnerId,
      title: 'Work',
      amount: { amount: 1, currency },
    })
    const send = async (lines: object[], clientId = buyer.user.id) => {
      const response = await client
        .post('/api/v1/admin/orders')
        .headers({ ...admin.headers, 'idempotency-key': unique('wrong-') })
        .json({ clientId, lines })
      const [{ code, field }] = response.body().errors
      return [response.status(), code, field]
    }
    const missing = 'var_01h2xcejqtf2nbrexx3vqjhp41'
    const wrong = 'E_VALIDATION_ERROR'
    assert.deepEqual(await send([word(seller.partnerId)], admin.user.id), [422, wrong, 'clientId'])
    assert.deepEqual(await send([{ variantId: missing, quantity: 1 }]), [
      422,
      wrong,
      'lines.0.variantId',
    ])
    assert.deepEqual(await send([word(seller.partnerId), word(draft.partnerId)]), [
      422,
      wrong,
      'lines.1.partnerId',
    ])
    assert.deepEqual(await send([word(seller.partnerId), word(seller.partnerId, 'USD')]), [
      422,
      wrong,
      'lines.1.amount',
    ])
    assert.deepEqual(await send([{ variantId, quantity: 1 }, word(seller.partnerId, 'USD')]), [
      409,
      'E_NOT_FOR_SALE',
      undefined,
    ])
    assert.deepEqual(await send([{ variantId, quantity: 2 }]), [409, 'E_OUT_OF_STOCK', undefined])
    assert.deepEqual(await send([{ title: 'Nothing' }]), [422, wrong, 'lines.0.variantId'])
    assert.equal((await variantRow(variantId)).reserved, 0)
  })
})

test.group('orders.staff.notes.store', () => {
  test('keeps what staff write for each other, and shows it to nobody else', async ({
    client,
    assert,
  }) => {
    const agent = await actorOfRole('agent')
    const buyer = await actorOfRole('client')
    const partner = await makePartner(await makeCorner())
    const { variantId } = await makeListing({ partner })
    const { orderId } = await placeOrder([variantId], buyer)
    const note = (body: unknown) =>
      client.post(`/api/v1/admin/orders/${orderId}/notes`).headers(agent.headers).json({ body })
    ;(await note('')).assertStatus(422)
    ;(await note('rang: deliver after six')).assertStatus(201)
    const answer = await note('rang again')
    answer.assertStatus(201)
    assert.deepEqual(
      answer.body().data.notes.map((one: any) => [one.body, one.authorId, one.authorName]),
      [
        ['rang: deliver after six', agent.user.id, agent.user.name],
        ['rang again', agent.user.id, agent.user.name],
      ]
    )
    for (const other of [buyer, partner]) {
      const order = await client.get(`/api/v1/orders/${orderId}`).headers(other.headers)
      order.assertStatus(200)
      assert.isNull(order.body().data.notes)
      assert.notInclude(order.text(), 'deliver after six')
    }
    const audit = await db
      .from('audit_entries')
      .where({ subject_id: orderId, action: 'order.noted' })
    assert.lengthOf(audit, 2)
    assert.notInclude(JSON.stringify(audit), 'deliver after six')
  })
})
