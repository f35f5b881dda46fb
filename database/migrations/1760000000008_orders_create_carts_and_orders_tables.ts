import { BaseSchema } from '@adonisjs/lucid/schema'

/** From the basket to the invoice: coupons, carts, orders and their parts by partner. */
export default class extends BaseSchema {
  async up() {
    this.schema.createTable('coupons', (table) => {
      table.string('id', 32).primary()
      table.string('code', 40).notNullable().unique()
      /* '' is the platform: who pays for the discount */
      table.string('partner_id', 32).notNullable().defaultTo('')
      table.string('kind', 10).notNullable()
      table.integer('bps').nullable()
      table.bigInteger('amount').nullable()
      /* of amount and minimum; '' for a percentage without a minimum */
      table.string('currency', 3).notNullable().defaultTo('')
      table.bigInteger('minimum_amount').notNullable().defaultTo(0)
      table.bigInteger('starts_at').notNullable()
      table.bigInteger('ends_at').notNullable()
      table.integer('max_uses').notNullable()
      table.integer('max_uses_per_client').notNullable()
      table.integer('used').notNullable().defaultTo(0)
      table.boolean('is_active').notNullable().defaultTo(true)
      table.bigInteger('deleted_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['partner_id', 'id'])
      table.index(['partner_id', 'is_active', 'id'])
      table.index(['is_active', 'id'])
      table.check('used >= 0 AND used <= max_uses', {}, 'coupon_uses_are_sound')
    })

    this.schema.createTable('coupon_redemptions', (table) => {
      table.string('coupon_id', 32).notNullable().references('coupons.id')
      table.string('order_id', 32).notNullable().primary()
      table.string('client_id', 32).notNullable()
      /* 1 to max_uses_per_client while it counts; below 0 once released */
      table.bigInteger('slot_no').notNullable()
      table.string('state', 10).notNullable()
      table.bigInteger('amount').notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['coupon_id', 'client_id', 'slot_no'])
    })

    this.schema.createTable('carts', (table) => {
      table.string('id', 32).primary()
      table.string('client_id', 32).notNullable().references('users.id')
      /* the client while the cart is open, the cart itself afterwards: one open cart per client */
      table.string('open_for', 32).notNullable().unique()
      table.string('state', 10).notNullable()
      table.string('coupon_id', 32).nullable()
      table.integer('version').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['client_id', 'id'])
    })

    this.schema.createTable('cart_lines', (table) => {
      table.string('id', 32).primary()
      table.string('cart_id', 32).notNullable().references('carts.id')
      table.string('variant_id', 32).notNullable().references('variants.id')
      table.integer('quantity').notNullable()
      /* the price that the client saw last, to tell what changed */
      table.bigInteger('seen_amount').notNullable()
      table.string('seen_currency', 3).notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['cart_id', 'variant_id'])
      table.check('quantity > 0', {}, 'cart_line_has_a_quantity')
    })

    this.schema.createTable('orders', (table) => {
      table.string('id', 32).primary()
      table.string('number', 24).notNullable().unique()
      /* one cart, one order; the order's own id when it came from no cart */
      table.string('cart_id', 32).notNullable().unique()
      table.string('client_id', 32).notNullable().references('users.id')
      table.string('source', 10).notNullable()
      /* the lead whose quote was accepted, the staff member who made it by hand */
      table.string('lead_id', 32).nullable().unique()
      table.string('placed_by', 32).notNullable()
      table.string('status', 20).notNullable()
      table.string('currency', 3).notNullable()
      table.string('region_id', 32).nullable().references('regions.id')
      table.bigInteger('goods_amount').notNullable()
      table.bigInteger('discount_amount').notNullable()
      table.bigInteger('shipping_amount').notNullable()
      table.bigInteger('tax_amount').notNullable()
      table.bigInteger('total_amount').notNullable()
      table.bigInteger('refunded_amount').notNullable().defaultTo(0)
      table.string('coupon_id', 32).nullable()
      /* as they were on the day: JSON */
      table.text('address').nullable()
      table.text('requirements').nullable()
      table.string('deadline', 10).nullable()
      table.string('invoice_number', 24).nullable().unique()
      table.bigInteger('expires_at').notNullable()
      table.bigInteger('paid_at').nullable()
      table.bigInteger('closed_at').nullable()
      table.integer('version').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['client_id', 'created_at', 'id'])
      table.index(['client_id', 'status', 'created_at', 'id'])
      table.index(['status', 'created_at', 'id'])
      table.index(['status', 'expires_at', 'id'])
      table.index(['currency', 'created_at', 'id'])
      table.index(['created_at', 'id'])
    })

    this.schema.createTable('partner_orders', (table) => {
      table.string('id', 32).primary()
      table.string('order_id', 32).notNullable().references('orders.id')
      table.string('partner_id', 32).notNullable().references('partners.id')
      table.integer('position').notNullable()
      table.string('status', 20).notNullable()
      table.string('currency', 3).notNullable()
      table.bigInteger('goods_amount').notNullable()
      table.bigInteger('discount_amount').notNullable()
      /* the part of the discount that the partner pays for */
      table.bigInteger('own_discount_amount').notNullable()
      table.bigInteger('shipping_amount').notNullable()
      table.bigInteger('tax_amount').notNullable()
      table.bigInteger('total_amount').notNullable()
      table.bigInteger('commission_amount').notNullable()
      table.bigInteger('refunded_amount').notNullable().defaultTo(0)
      /* what the partner earns: goods - own discount + shipping - commission */
      table.bigInteger('earning_amount').notNullable()
      /* what of it refunds have taken back */
      table.bigInteger('earning_refunded').notNullable().defaultTo(0)
      table.boolean('has_package').notNullable()
      table.integer('revisions_allowed').notNullable().defaultTo(0)
      table.integer('revisions_used').notNullable().defaultTo(0)
      table.string('tracking', 120).nullable()
      table.integer('open_disputes').notNullable().defaultTo(0)
      table.bigInteger('delivered_at').nullable()
      /* when a delivered part completes by itself, and its money becomes available */
      table.bigInteger('completes_at').nullable()
      table.bigInteger('closed_at').nullable()
      table.integer('version').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['order_id', 'partner_id'])
      table.index(['partner_id', 'id'])
      table.index(['partner_id', 'status', 'id'])
      table.index(['partner_id', 'created_at', 'order_id'])
      table.index(['status', 'completes_at', 'id'])
      table.check('refunded_amount >= 0 AND refunded_amount <= total_amount', {}, 'part_refunds')
    })

    this.schema.createTable('order_lines', (table) => {
      table.string('id', 32).primary()
      table.string('order_id', 32).notNullable().references('orders.id')
      table.string('partner_order_id', 32).notNullable().references('partner_orders.id')
      table.integer('position').notNullable()
      /* null for a line that no listing stands behind: an accepted quote, a manual line */
      table.string('listing_id', 32).nullable()
      table.string('variant_id', 32).nullable()
      table.string('kind', 10).notNullable()
      table.string('title', 200).notNullable()
      table.string('sku', 64).notNullable()
      table.text('options').notNullable()
      table.integer('quantity').notNullable()
      table.bigInteger('unit_amount').notNullable()
      table.bigInteger('goods_amount').notNullable()
      table.bigInteger('discount_amount').notNullable()
      table.bigInteger('own_discount_amount').notNullable()
      table.integer('tax_bps').notNullable()
      table.bigInteger('tax_amount').notNullable()
      table.integer('commission_bps').notNullable()
      table.bigInteger('commission_amount').notNullable()
      table.integer('refunded_quantity').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.index(['order_id', 'position'])
      table.index(['partner_order_id', 'position'])
      table.index(['listing_id', 'id'])
      table.check('refunded_quantity >= 0 AND refunded_quantity <= quantity', {}, 'line_refunds')
    })

    this.schema.createTable('order_changes', (table) => {
      table.bigIncrements('id')
      table.string('order_id', 32).notNullable()
      /* '' when the change is of the whole order */
      table.string('partner_order_id', 32).notNullable().defaultTo('')
      table.string('from_status', 20).notNullable()
      table.string('to_status', 20).notNullable()
      table.string('actor_id', 32).nullable()
      table.string('actor_role', 20).nullable()
      table.text('reason').nullable()
      table.string('request_id', 128).nullable()
      table.bigInteger('created_at').notNullable()
      table.index(['order_id', 'id'])
    })

    this.schema.createTable('submissions', (table) => {
      table.string('id', 32).primary()
      table.string('order_id', 32).notNullable().references('orders.id')
      table.string('partner_order_id', 32).notNullable().references('partner_orders.id')
      table.integer('round').notNullable()
      table.text('note').notNullable()
      table.text('links').notNullable()
      table.string('status', 12).notNullable()
      table.text('feedback').nullable()
      table.bigInteger('answered_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['partner_order_id', 'round'])
      table.index(['order_id', 'id'])
    })

    this.schema.createTable('submission_files', (table) => {
      table.string('submission_id', 32).notNullable().references('submissions.id')
      table.string('file_id', 32).notNullable().references('files.id')
      table.integer('position').notNullable()
      table.primary(['submission_id', 'file_id'])
    })

    /* invoice numbers are gapless: the counter moves in the transaction that uses the number */
    this.schema.createTable('invoice_counters', (table) => {
      table.integer('year').primary()
      table.integer('last').notNullable()
    })

    this.schema.createTable('invoices', (table) => {
      table.string('order_id', 32).primary().references('orders.id')
      table.string('number', 24).notNullable().unique()
      table.string('file_id', 32).nullable().references('files.id')
      table.bigInteger('issued_at').notNullable()
      table.bigInteger('rendered_at').nullable()
    })
  }

  async down() {
    for (const table of [
      'invoices',
      'invoice_counters',
      'submission_files',
      'submissions',
      'order_changes',
      'order_lines',
      'partner_orders',
      'orders',
      'cart_lines',
      'carts',
      'coupon_redemptions',
      'coupons',
    ])
      this.schema.dropTable(table)
  }
}
