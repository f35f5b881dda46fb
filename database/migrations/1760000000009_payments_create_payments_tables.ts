import { BaseSchema } from '@adonisjs/lucid/schema'

/** Money in and out: payments, the gateways' web hooks, links, refunds, disputes, withdrawals. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('payments', (table) => {
      table.string('id', 32).primary()
      /* order, link */
      table.string('purpose', 12).notNullable()
      table.string('order_id', 32).nullable().references('orders.id')
      table.string('link_id', 32).nullable()
      table.string('client_id', 32).nullable()
      table.string('gateway', 12).notNullable()
      /* 'pending:<id>' until the gateway has named it */
      table.string('gateway_payment_id', 120).notNullable()
      table.bigInteger('amount').notNullable()
      table.string('currency', 3).notNullable()
      table.string('status', 20).notNullable()
      table.bigInteger('captured_amount').notNullable().defaultTo(0)
      table.bigInteger('refunded_amount').notNullable().defaultTo(0)
      table.bigInteger('disputed_amount').notNullable().defaultTo(0)
      table.text('client_secret').nullable()
      table.text('redirect_url').nullable()
      table.string('failure_code', 60).nullable()
      table.text('failure_message').nullable()
      table.bigInteger('captured_at').nullable()
      /* when the gateway is asked next; null once nothing more can come */
      table.bigInteger('poll_at').nullable()
      table.integer('polls').notNullable().defaultTo(0)
      /* what it pays and where, while it may still be paid; one such payment at a time */
      table.string('open_for', 60).nullable().unique()
      /* why the gateway's word is not believed: 'amount' */
      table.string('flag', 20).nullable()
      table.integer('version').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['gateway', 'gateway_payment_id'])
      table.index(['order_id', 'id'])
      table.index(['client_id', 'id'])
      table.index(['client_id', 'status', 'id'])
      table.index(['link_id'])
      table.index(['status', 'id'])
      table.index(['gateway', 'id'])
      table.index(['gateway', 'status', 'id'])
      table.index(['poll_at', 'id'])
      table.index(['gateway', 'captured_at', 'id'])
      table.check(
        'refunded_amount >= 0 AND disputed_amount >= 0 AND refunded_amount + disputed_amount <= captured_amount',
        {},
        'payment_gives_back_what_it_got'
      )
      table.check('captured_amount >= 0 AND captured_amount <= amount', {}, 'payment_capture')
    })

    this.schema.createTable('webhook_events', (table) => {
      table.string('id', 32).primary()
      table.string('gateway', 12).notNullable()
      table.string('event_id', 120).notNullable()
      table.string('type', 80).notNullable()
      table.string('object_id', 120).notNullable()
      table.bigInteger('occurred_at').notNullable()
      table.text('raw', 'mediumtext').notNullable()
      /* received -> done | ignored | parked -> done | dead */
      table.string('state', 10).notNullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.text('last_error').nullable()
      table.bigInteger('handled_at').nullable()
      /* parked until then at most */
      table.bigInteger('give_up_at').notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['gateway', 'event_id'])
      table.index(['state', 'id'])
      table.index(['gateway', 'id'])
      table.index(['gateway', 'state', 'id'])
      table.index(['object_id'])
    })

    this.schema.createTable('payment_links', (table) => {
      table.string('id', 32).primary()
      /* link, qr */
      table.string('kind', 6).notNullable()
      table.string('gateway', 12).notNullable()
      table.string('gateway_link_id', 120).notNullable()
      table.string('order_id', 32).nullable().references('orders.id')
      table.bigInteger('amount').notNullable()
      table.string('currency', 3).notNullable()
      table.string('description', 200).notNullable()
      /* open -> paid | cancelled */
      table.string('status', 10).notNullable()
      table.text('url').nullable()
      table.bigInteger('expires_at').notNullable()
      table.bigInteger('paid_at').nullable()
      table.string('created_by', 32).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['gateway', 'gateway_link_id'])
      table.index(['status', 'id'])
    })

    this.schema.createTable('refunds', (table) => {
      table.string('id', 32).primary()
      /* what must make one refund only: 'cancel:<part>', 'late:<payment>', or the refund's own id */
      table.string('cause_key', 80).notNullable().unique()
      table.string('payment_id', 32).notNullable().references('payments.id')
      table.string('order_id', 32).nullable().references('orders.id')
      table.string('gateway', 12).notNullable()
      table.string('gateway_refund_id', 120).notNullable()
      table.bigInteger('amount').notNullable()
      table.string('currency', 3).notNullable()
      table.text('reason').notNullable()
      /* requested -> pending -> succeeded | failed */
      table.string('status', 12).notNullable()
      table.string('requested_by', 32).nullable()
      table.text('failure_message').nullable()
      table.bigInteger('poll_at').nullable()
      table.integer('polls').notNullable().defaultTo(0)
      table.bigInteger('settled_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['gateway', 'gateway_refund_id'])
      table.index(['payment_id', 'id'])
      table.index(['order_id', 'id'])
      table.index(['status', 'id'])
      table.index(['poll_at', 'id'])
      table.check('amount > 0', {}, 'refund_is_positive')
    })

    /* what a refund took from whom; stored, so that a failed one gives back exactly that */
    this.schema.createTable('refund_shares', (table) => {
      table.string('refund_id', 32).notNullable().references('refunds.id')
      table.string('partner_order_id', 32).notNullable().references('partner_orders.id')
      table.bigInteger('amount').notNullable()
      table.bigInteger('partner_amount').notNullable()
      table.bigInteger('platform_amount').notNullable()
      table.bigInteger('tax_amount').notNullable()
      table.primary(['refund_id', 'partner_order_id'])
      table.index(['partner_order_id'])
    })

    this.schema.createTable('refund_lines', (table) => {
      table.string('refund_id', 32).notNullable().references('refunds.id')
      table.string('order_line_id', 32).notNullable().references('order_lines.id')
      table.integer('quantity').notNullable()
      table.bigInteger('amount').notNullable()
      table.primary(['refund_id', 'order_line_id'])
      table.index(['order_line_id'])
    })

    this.schema.createTable('refund_requests', (table) => {
      table.string('id', 32).primary()
      table.string('order_id', 32).notNullable().references('orders.id')
      table.string('partner_order_id', 32).notNullable().references('partner_orders.id')
      table.string('partner_id', 32).notNullable()
      /* the part while it is open, the request itself afterwards: one open request for each part */
      table.string('open_for', 32).notNullable().unique()
      table.string('client_id', 32).notNullable()
      table.text('lines').notNullable()
      table.bigInteger('amount').notNullable()
      table.string('currency', 3).notNullable()
      table.text('reason').notNullable()
      /* open -> accepted | contested; contested -> accepted | rejected by staff */
      table.string('status', 10).notNullable()
      table.text('answer').nullable()
      table.string('refund_id', 32).nullable()
      table.bigInteger('answered_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['order_id', 'id'])
      table.index(['partner_id', 'status', 'id'])
      table.index(['partner_id', 'id'])
      table.index(['status', 'id'])
    })

    this.schema.createTable('disputes', (table) => {
      table.string('id', 32).primary()
      /* null for a charge-back of a link that no order stands behind */
      table.string('order_id', 32).nullable().references('orders.id')
      table.string('partner_order_id', 32).nullable()
      table.string('payment_id', 32).nullable()
      /* client (opened here), gateway (a charge-back) */
      table.string('origin', 8).notNullable()
      /* gateway's id, or the dispute's own */
      table.string('origin_id', 120).notNullable()
      /* the part while a client's is open, else the dispute itself: one open for each part */
      table.string('open_for', 32).notNullable().unique()
      table.string('opened_by', 32).nullable()
      table.text('reason').notNullable()
      /* open -> resolved_client | resolved_partner */
      table.string('status', 20).notNullable()
      table.bigInteger('amount').notNullable()
      table.string('currency', 3).notNullable()
      /* what of it a charge-back has taken out of the books */
      table.bigInteger('booked_amount').notNullable().defaultTo(0)
      table.text('resolution').nullable()
      table.string('resolved_by', 32).nullable()
      table.string('refund_id', 32).nullable()
      table.bigInteger('resolved_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['origin', 'origin_id'])
      table.index(['order_id', 'id'])
      table.index(['status', 'id'])
    })

    /* what a charge-back took from whom, as refund_shares */
    this.schema.createTable('dispute_shares', (table) => {
      table.string('dispute_id', 32).notNullable().references('disputes.id')
      table.string('partner_order_id', 32).notNullable().references('partner_orders.id')
      table.bigInteger('amount').notNullable()
      table.bigInteger('partner_amount').notNullable()
      table.bigInteger('platform_amount').notNullable()
      table.bigInteger('tax_amount').notNullable()
      table.primary(['dispute_id', 'partner_order_id'])
      table.index(['partner_order_id'])
    })

    this.schema.createTable('withdrawals', (table) => {
      table.string('id', 32).primary()
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.string('requested_by', 32).notNullable()
      /* partner:currency while it is open, its own id afterwards: one open request in a currency */
      table.string('open_for', 40).notNullable().unique()
      table.bigInteger('amount').notNullable()
      table.string('currency', 3).notNullable()
      /* requested -> approved -> processing -> paid | failed; requested -> rejected | cancelled */
      table.string('status', 10).notNullable()
      /* where to, as it was when it was asked for: encrypted */
      table.text('destination').notNullable()
      table.integer('approvals_needed').notNullable()
      table.integer('approvals').notNullable().defaultTo(0)
      /* 'pending:<id>' until the bank or gateway has named it */
      table.string('payout_reference', 120).notNullable().unique()
      table.string('payout_driver', 12).notNullable()
      table.text('reason').nullable()
      table.bigInteger('poll_at').nullable()
      table.integer('polls').notNullable().defaultTo(0)
      table.bigInteger('decided_at').nullable()
      table.bigInteger('paid_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['partner_id', 'id'])
      table.index(['partner_id', 'status', 'id'])
      table.index(['status', 'id'])
      table.index(['poll_at', 'id'])
      table.check('amount > 0', {}, 'withdrawal_is_positive')
    })

    this.schema.createTable('withdrawal_approvals', (table) => {
      table.string('withdrawal_id', 32).notNullable().references('withdrawals.id')
      table.string('staff_id', 32).notNullable()
      table.bigInteger('created_at').notNullable()
      table.primary(['withdrawal_id', 'staff_id'])
    })

    /* the sandbox gateway's own memory: outside of our books, as Stripe's is */
    this.schema.createTable('sandbox_objects', (table) => {
      table.string('id', 60).primary()
      /* payment, refund, payout */
      table.string('kind', 10).notNullable()
      table.string('idempotency_key', 80).notNullable().unique()
      table.string('parent_id', 60).nullable().index()
      table.string('our_id', 32).notNullable()
      table.bigInteger('amount').notNullable()
      /* of a payment: what its refunds took back */
      table.bigInteger('refunded_amount').notNullable().defaultTo(0)
      table.string('currency', 3).notNullable()
      table.string('status', 16).notNullable()
      table.string('failure', 60).nullable()
      table.bigInteger('created_at').notNullable()
      /* when the status changed */
      table.bigInteger('updated_at').notNullable()
      table.index(['kind', 'status', 'updated_at', 'id'])
    })
  }

  async down() {
    for (const table of [
      'sandbox_objects',
      'withdrawal_approvals',
      'withdrawals',
      'dispute_shares',
      'disputes',
      'refund_requests',
      'refund_lines',
      'refund_shares',
      'refunds',
      'payment_links',
      'webhook_events',
      'payments',
    ])
      this.schema.dropTable(table)
  }
}
