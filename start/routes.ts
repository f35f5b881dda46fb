/*
 * The table of contents of the API. Each domain lists its own URLs in its routes.ts, grouped by
 * audience; `allow` on each route says who may call it.
 */
import '#auth/access'
import '#core/http/matchers'

import '#core/routes'
import '#auth/routes'
import '#users/routes'
import '#notifications/routes'
import '#audit/routes'
import '#regions/routes'
import '#categories/routes'
import '#partners/routes'
import '#ledger/routes'
import '#inquiries/routes'
import '#catalogue/shipping_routes'
import '#coupons/routes'
import '#carts/routes'
import '#orders/routes'
import '#refunds/routes'
import '#payments/routes'
import '#withdrawals/routes'
import '#catalogue/routes'
import '#reviews/routes'
import '#integrity/routes'
import '#analytics/routes'
import '#operations/routes'
