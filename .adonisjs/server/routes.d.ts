import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'files.show': { paramsTuple: [ParamValue]; params: {'fileId': ParamValue} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'docs.index': { paramsTuple?: []; params?: {} }
    'docs.show': { paramsTuple: [ParamValue]; params: {'asset': ParamValue} }
    'auth.registrations.store': { paramsTuple?: []; params?: {} }
    'auth.registrations.update': { paramsTuple?: []; params?: {} }
    'auth.registration_codes.store': { paramsTuple?: []; params?: {} }
    'auth.sessions.store': { paramsTuple?: []; params?: {} }
    'auth.second_factors.store': { paramsTuple?: []; params?: {} }
    'auth.second_factors.send': { paramsTuple?: []; params?: {} }
    'auth.unlocks.store': { paramsTuple?: []; params?: {} }
    'auth.sessions.update': { paramsTuple?: []; params?: {} }
    'auth.token_checks.store': { paramsTuple?: []; params?: {} }
    'auth.current_session.destroy': { paramsTuple?: []; params?: {} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
    'auth.sessions.clear': { paramsTuple?: []; params?: {} }
    'auth.sessions.destroy': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
    'auth.known_devices.index': { paramsTuple?: []; params?: {} }
    'auth.known_devices.destroy': { paramsTuple: [ParamValue]; params: {'deviceId': ParamValue} }
    'auth.phone_codes.store': { paramsTuple?: []; params?: {} }
    'auth.phone_codes.update': { paramsTuple?: []; params?: {} }
    'auth.outside_providers.index': { paramsTuple?: []; params?: {} }
    'auth.outside_redirects.create': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'auth.outside_redirects.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'auth.outside_log_ins.update': { paramsTuple?: []; params?: {} }
    'auth.identity_links.store': { paramsTuple?: []; params?: {} }
    'auth.outside_log_ins.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'auth.identities.index': { paramsTuple?: []; params?: {} }
    'auth.identities.store': { paramsTuple?: []; params?: {} }
    'auth.identities.destroy': { paramsTuple: [ParamValue]; params: {'identityId': ParamValue} }
    'auth.password_resets.store': { paramsTuple?: []; params?: {} }
    'auth.password_resets.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'auth.passwords.update': { paramsTuple?: []; params?: {} }
    'auth.step_ups.store': { paramsTuple?: []; params?: {} }
    'auth.step_ups.send': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.show': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.store': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.update': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.destroy': { paramsTuple?: []; params?: {} }
    'auth.recovery_codes.store': { paramsTuple?: []; params?: {} }
    'auth.staff.permissions.index': { paramsTuple?: []; params?: {} }
    'auth.staff.users.index': { paramsTuple?: []; params?: {} }
    'auth.staff.users.store': { paramsTuple?: []; params?: {} }
    'auth.staff.users.update': { paramsTuple: [ParamValue]; params: {'userId': ParamValue} }
    'auth.staff.users.destroy': { paramsTuple: [ParamValue]; params: {'userId': ParamValue} }
    'auth.own_phones.update': { paramsTuple?: []; params?: {} }
    'auth.own_phones.store': { paramsTuple?: []; params?: {} }
    'auth.own_phones.destroy': { paramsTuple?: []; params?: {} }
    'impersonation.own.index': { paramsTuple?: []; params?: {} }
    'impersonation.staff.impersonations.store': { paramsTuple?: []; params?: {} }
    'impersonation.staff.ends.store': { paramsTuple?: []; params?: {} }
    'impersonation.staff.notes.store': { paramsTuple?: []; params?: {} }
    'impersonation.staff.logs.index': { paramsTuple?: []; params?: {} }
    'impersonation.staff.logs.show': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
    'users.profiles.show': { paramsTuple?: []; params?: {} }
    'users.profiles.update': { paramsTuple?: []; params?: {} }
    'users.preferences.update': { paramsTuple?: []; params?: {} }
    'users.avatars.update': { paramsTuple?: []; params?: {} }
    'users.devices.store': { paramsTuple?: []; params?: {} }
    'users.onboardings.show': { paramsTuple?: []; params?: {} }
    'users.onboardings.update': { paramsTuple?: []; params?: {} }
    'users.addresses.index': { paramsTuple?: []; params?: {} }
    'users.addresses.store': { paramsTuple?: []; params?: {} }
    'users.addresses.update': { paramsTuple: [ParamValue]; params: {'addressId': ParamValue} }
    'users.addresses.destroy': { paramsTuple: [ParamValue]; params: {'addressId': ParamValue} }
    'notifications.index': { paramsTuple?: []; params?: {} }
    'notifications.readings.update': { paramsTuple: [ParamValue]; params: {'notificationId': ParamValue} }
    'notifications.own_messages.emails': { paramsTuple?: []; params?: {} }
    'notifications.own_messages.texts': { paramsTuple?: []; params?: {} }
    'audit.staff.action_logs.index': { paramsTuple?: []; params?: {} }
    'audit.staff.customer_action_logs.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'audit.staff.staff_action_logs.index': { paramsTuple: [ParamValue]; params: {'adminId': ParamValue} }
    'audit.staff.entries.show': { paramsTuple: [ParamValue]; params: {'entryNumber': ParamValue} }
    'audit.staff.verification.show': { paramsTuple?: []; params?: {} }
    'regions.index': { paramsTuple?: []; params?: {} }
    'regions.show': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'regions.staff.store': { paramsTuple?: []; params?: {} }
    'regions.staff.update': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'regions.staff.destroy': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'regions.staff.restrictions.update': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.index': { paramsTuple?: []; params?: {} }
    'locations.staff.store': { paramsTuple?: []; params?: {} }
    'locations.staff.update': { paramsTuple: [ParamValue]; params: {'locationId': ParamValue} }
    'locations.staff.destroy': { paramsTuple: [ParamValue]; params: {'locationId': ParamValue} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.staff.index': { paramsTuple?: []; params?: {} }
    'categories.staff.store': { paramsTuple?: []; params?: {} }
    'categories.staff.update': { paramsTuple: [ParamValue]; params: {'categoryId': ParamValue} }
    'categories.staff.destroy': { paramsTuple: [ParamValue]; params: {'categoryId': ParamValue} }
    'partners.index': { paramsTuple?: []; params?: {} }
    'partners.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.portfolio.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partner.profile.show': { paramsTuple?: []; params?: {} }
    'partner.profile.update': { paramsTuple?: []; params?: {} }
    'partner.banner.update': { paramsTuple?: []; params?: {} }
    'partner.banner.destroy': { paramsTuple?: []; params?: {} }
    'partner.verification.show': { paramsTuple?: []; params?: {} }
    'partner.verification.store': { paramsTuple?: []; params?: {} }
    'partner.verification_documents.show': { paramsTuple: [ParamValue]; params: {'documentId': ParamValue} }
    'partner.portfolio.index': { paramsTuple?: []; params?: {} }
    'partner.portfolio.store': { paramsTuple?: []; params?: {} }
    'partner.portfolio_order.update': { paramsTuple?: []; params?: {} }
    'partner.portfolio.update': { paramsTuple: [ParamValue]; params: {'entryId': ParamValue} }
    'partner.portfolio.destroy': { paramsTuple: [ParamValue]; params: {'entryId': ParamValue} }
    'admin.verifications.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.verification_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'partnerId': ParamValue,'documentId': ParamValue} }
    'admin.verifications.update': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.featured_partners.update': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.commission_rules.index': { paramsTuple?: []; params?: {} }
    'admin.commission_rules.update': { paramsTuple?: []; params?: {} }
    'inquiries.store': { paramsTuple?: []; params?: {} }
    'inquiries.index': { paramsTuple?: []; params?: {} }
    'inquiries.show': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'inquiries.closures.store': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'inquiries.acceptances.store': { paramsTuple: [ParamValue,ParamValue]; params: {'inquiryId': ParamValue,'leadId': ParamValue} }
    'inquiries.partner.leads.index': { paramsTuple?: []; params?: {} }
    'inquiries.partner.leads.show': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'inquiries.partner.responses.store': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'inquiries.partner.refusals.store': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'inquiries.staff.inquiries.index': { paramsTuple?: []; params?: {} }
    'inquiries.staff.matchings.store': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'partner.shipping_rates.index': { paramsTuple?: []; params?: {} }
    'partner.shipping_rates.update': { paramsTuple?: []; params?: {} }
    'coupons.index': { paramsTuple?: []; params?: {} }
    'coupons.store': { paramsTuple?: []; params?: {} }
    'coupons.show': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'coupons.update': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'coupons.destroy': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'coupons.redemptions.index': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'carts.show': { paramsTuple?: []; params?: {} }
    'carts.destroy': { paramsTuple?: []; params?: {} }
    'carts.counts.show': { paramsTuple?: []; params?: {} }
    'carts.items.store': { paramsTuple?: []; params?: {} }
    'carts.items.update': { paramsTuple: [ParamValue]; params: {'itemId': ParamValue} }
    'carts.items.destroy': { paramsTuple: [ParamValue]; params: {'itemId': ParamValue} }
    'carts.coupons.update': { paramsTuple?: []; params?: {} }
    'carts.coupons.destroy': { paramsTuple?: []; params?: {} }
    'orders.index': { paramsTuple?: []; params?: {} }
    'orders.store': { paramsTuple?: []; params?: {} }
    'orders.show': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.cancellations.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.statuses.update': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.invoices.show': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.submissions.update': { paramsTuple: [ParamValue,ParamValue]; params: {'orderId': ParamValue,'submissionId': ParamValue} }
    'orders.submission_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'orderId': ParamValue,'submissionId': ParamValue,'fileId': ParamValue} }
    'orders.partner.orders.index': { paramsTuple?: []; params?: {} }
    'orders.partner.orders.show': { paramsTuple: [ParamValue]; params: {'partnerOrderId': ParamValue} }
    'orders.partner.statuses.update': { paramsTuple: [ParamValue]; params: {'partnerOrderId': ParamValue} }
    'orders.partner.submissions.store': { paramsTuple: [ParamValue]; params: {'partnerOrderId': ParamValue} }
    'orders.staff.orders.index': { paramsTuple?: []; params?: {} }
    'orders.staff.orders.store': { paramsTuple?: []; params?: {} }
    'orders.staff.notes.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.staff.exports.show': { paramsTuple?: []; params?: {} }
    'refunds.requests.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'refunds.disputes.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'refunds.partner.requests.index': { paramsTuple?: []; params?: {} }
    'refunds.partner.requests.update': { paramsTuple: [ParamValue]; params: {'requestId': ParamValue} }
    'refunds.staff.refunds.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'refunds.staff.refunds.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.refunds.show': { paramsTuple: [ParamValue]; params: {'refundId': ParamValue} }
    'refunds.staff.retries.store': { paramsTuple: [ParamValue]; params: {'refundId': ParamValue} }
    'refunds.staff.payments.store': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'refunds.staff.requests.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.requests.show': { paramsTuple: [ParamValue]; params: {'requestId': ParamValue} }
    'refunds.staff.requests.update': { paramsTuple: [ParamValue]; params: {'requestId': ParamValue} }
    'refunds.staff.disputes.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.disputes.show': { paramsTuple: [ParamValue]; params: {'disputeId': ParamValue} }
    'refunds.staff.disputes.update': { paramsTuple: [ParamValue]; params: {'disputeId': ParamValue} }
    'payments.intents.store': { paramsTuple?: []; params?: {} }
    'payments.sandbox.confirmations.store': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'payments.stripe.checkouts.store': { paramsTuple?: []; params?: {} }
    'payments.paypal.orders.store': { paramsTuple?: []; params?: {} }
    'payments.paypal.captures.store': { paramsTuple?: []; params?: {} }
    'payments.razorpay.orders.store': { paramsTuple?: []; params?: {} }
    'payments.razorpay.verifications.store': { paramsTuple?: []; params?: {} }
    'payments.index': { paramsTuple?: []; params?: {} }
    'payments.webhooks.stripe': { paramsTuple?: []; params?: {} }
    'payments.webhooks.paypal': { paramsTuple?: []; params?: {} }
    'payments.webhooks.razorpay': { paramsTuple?: []; params?: {} }
    'payments.webhooks.sandbox': { paramsTuple?: []; params?: {} }
    'payments.staff.payments.index': { paramsTuple?: []; params?: {} }
    'payments.staff.payments.show': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'payments.staff.payment_syncs.store': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'payments.staff.reconciliations.store': { paramsTuple?: []; params?: {} }
    'payments.staff.links.store': { paramsTuple?: []; params?: {} }
    'payments.staff.links.show': { paramsTuple: [ParamValue]; params: {'linkId': ParamValue} }
    'payments.staff.link_qr_codes.show': { paramsTuple: [ParamValue]; params: {'linkId': ParamValue} }
    'payments.staff.link_cancellations.store': { paramsTuple: [ParamValue]; params: {'linkId': ParamValue} }
    'payments.staff.qr_codes.store': { paramsTuple?: []; params?: {} }
    'payments.staff.webhook_events.index': { paramsTuple?: []; params?: {} }
    'payments.staff.webhook_events.show': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'payments.staff.webhook_replays.store': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'withdrawals.partner.balances.show': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.transactions.index': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.withdrawals.store': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.withdrawals.index': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.withdrawals.destroy': { paramsTuple: [ParamValue]; params: {'withdrawalId': ParamValue} }
    'withdrawals.staff.balances.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'withdrawals.staff.transactions.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'withdrawals.staff.withdrawals.index': { paramsTuple?: []; params?: {} }
    'withdrawals.staff.withdrawals.show': { paramsTuple: [ParamValue]; params: {'withdrawalId': ParamValue} }
    'withdrawals.staff.withdrawals.update': { paramsTuple: [ParamValue]; params: {'withdrawalId': ParamValue} }
    'partners.products.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.packages.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'products.index': { paramsTuple?: []; params?: {} }
    'products.search': { paramsTuple?: []; params?: {} }
    'products.category': { paramsTuple: [ParamValue]; params: {'category': ParamValue} }
    'products.show': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'products.store': { paramsTuple?: []; params?: {} }
    'products.update': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'products.destroy': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'products.status.update': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'variants.store': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'variants.update': { paramsTuple: [ParamValue]; params: {'variantId': ParamValue} }
    'variants.destroy': { paramsTuple: [ParamValue]; params: {'variantId': ParamValue} }
    'variants.stock.update': { paramsTuple: [ParamValue]; params: {'variantId': ParamValue} }
    'products.images.store': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'products.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'productId': ParamValue,'imageId': ParamValue} }
    'packages.index': { paramsTuple?: []; params?: {} }
    'packages.show': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'packages.store': { paramsTuple?: []; params?: {} }
    'packages.update': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'packages.destroy': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'packages.status.update': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'packages.images.store': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'packages.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'packageId': ParamValue,'imageId': ParamValue} }
    'events.index': { paramsTuple?: []; params?: {} }
    'events.show': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'events.store': { paramsTuple?: []; params?: {} }
    'events.update': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'events.destroy': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'events.images.store': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'events.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'eventId': ParamValue,'imageId': ParamValue} }
    'admin.listings.index': { paramsTuple?: []; params?: {} }
    'admin.listings.moderation.update': { paramsTuple: [ParamValue]; params: {'listingId': ParamValue} }
    'admin.featured_listings.update': { paramsTuple: [ParamValue]; params: {'listingId': ParamValue} }
    'reviews.products.index': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'reviews.packages.index': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'reviews.events.index': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'reviews.partners.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'reviews.store': { paramsTuple?: []; params?: {} }
    'reviews.update': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'reviews.reports.store': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'reviews.replies.store': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'admin.reviews.index': { paramsTuple?: []; params?: {} }
    'admin.reviews.show': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'admin.reviews.update': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'admin.reviews.destroy': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'integrity.staff.integrity.show': { paramsTuple?: []; params?: {} }
    'analytics.staff.stats.show': { paramsTuple?: []; params?: {} }
    'operations.staff.jobs.index': { paramsTuple?: []; params?: {} }
    'operations.staff.job_retries.store': { paramsTuple: [ParamValue]; params: {'jobId': ParamValue} }
    'operations.staff.schedule_runs.index': { paramsTuple?: []; params?: {} }
    'operations.staff.schedule_runs.store': { paramsTuple?: []; params?: {} }
    'clients.customers.index': { paramsTuple?: []; params?: {} }
    'clients.customers.show': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customers.update': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customers.destroy': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.account_statuses.suspend': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.account_statuses.activate': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.account_statuses.ban': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_mails.store': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_mails.reset': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.email_verifications.update': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_sessions.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_sessions.clear': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_sessions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customerId': ParamValue,'sessionId': ParamValue} }
    'clients.notes.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.notes.store': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.notes.update': { paramsTuple: [ParamValue]; params: {'noteId': ParamValue} }
    'clients.notes.destroy': { paramsTuple: [ParamValue]; params: {'noteId': ParamValue} }
    'privacy.exports.store': { paramsTuple?: []; params?: {} }
    'privacy.exports.index': { paramsTuple?: []; params?: {} }
    'privacy.exports.show': { paramsTuple: [ParamValue]; params: {'exportId': ParamValue} }
    'privacy.export_downloads.show': { paramsTuple: [ParamValue]; params: {'exportId': ParamValue} }
    'privacy.accounts.destroy': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'files.show': { paramsTuple: [ParamValue]; params: {'fileId': ParamValue} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'docs.index': { paramsTuple?: []; params?: {} }
    'docs.show': { paramsTuple: [ParamValue]; params: {'asset': ParamValue} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
    'auth.known_devices.index': { paramsTuple?: []; params?: {} }
    'auth.outside_providers.index': { paramsTuple?: []; params?: {} }
    'auth.outside_redirects.create': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'auth.outside_redirects.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'auth.identities.index': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.show': { paramsTuple?: []; params?: {} }
    'auth.staff.permissions.index': { paramsTuple?: []; params?: {} }
    'auth.staff.users.index': { paramsTuple?: []; params?: {} }
    'impersonation.own.index': { paramsTuple?: []; params?: {} }
    'impersonation.staff.logs.index': { paramsTuple?: []; params?: {} }
    'impersonation.staff.logs.show': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
    'users.profiles.show': { paramsTuple?: []; params?: {} }
    'users.onboardings.show': { paramsTuple?: []; params?: {} }
    'users.addresses.index': { paramsTuple?: []; params?: {} }
    'notifications.index': { paramsTuple?: []; params?: {} }
    'notifications.own_messages.emails': { paramsTuple?: []; params?: {} }
    'notifications.own_messages.texts': { paramsTuple?: []; params?: {} }
    'audit.staff.action_logs.index': { paramsTuple?: []; params?: {} }
    'audit.staff.customer_action_logs.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'audit.staff.staff_action_logs.index': { paramsTuple: [ParamValue]; params: {'adminId': ParamValue} }
    'audit.staff.entries.show': { paramsTuple: [ParamValue]; params: {'entryNumber': ParamValue} }
    'audit.staff.verification.show': { paramsTuple?: []; params?: {} }
    'regions.index': { paramsTuple?: []; params?: {} }
    'regions.show': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.index': { paramsTuple?: []; params?: {} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.staff.index': { paramsTuple?: []; params?: {} }
    'partners.index': { paramsTuple?: []; params?: {} }
    'partners.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.portfolio.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partner.profile.show': { paramsTuple?: []; params?: {} }
    'partner.verification.show': { paramsTuple?: []; params?: {} }
    'partner.verification_documents.show': { paramsTuple: [ParamValue]; params: {'documentId': ParamValue} }
    'partner.portfolio.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.verification_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'partnerId': ParamValue,'documentId': ParamValue} }
    'admin.commission_rules.index': { paramsTuple?: []; params?: {} }
    'inquiries.index': { paramsTuple?: []; params?: {} }
    'inquiries.show': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'inquiries.partner.leads.index': { paramsTuple?: []; params?: {} }
    'inquiries.partner.leads.show': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'inquiries.staff.inquiries.index': { paramsTuple?: []; params?: {} }
    'partner.shipping_rates.index': { paramsTuple?: []; params?: {} }
    'coupons.index': { paramsTuple?: []; params?: {} }
    'coupons.show': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'coupons.redemptions.index': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'carts.show': { paramsTuple?: []; params?: {} }
    'carts.counts.show': { paramsTuple?: []; params?: {} }
    'orders.index': { paramsTuple?: []; params?: {} }
    'orders.show': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.invoices.show': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.submission_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'orderId': ParamValue,'submissionId': ParamValue,'fileId': ParamValue} }
    'orders.partner.orders.index': { paramsTuple?: []; params?: {} }
    'orders.partner.orders.show': { paramsTuple: [ParamValue]; params: {'partnerOrderId': ParamValue} }
    'orders.staff.orders.index': { paramsTuple?: []; params?: {} }
    'orders.staff.exports.show': { paramsTuple?: []; params?: {} }
    'refunds.partner.requests.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.refunds.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.refunds.show': { paramsTuple: [ParamValue]; params: {'refundId': ParamValue} }
    'refunds.staff.requests.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.requests.show': { paramsTuple: [ParamValue]; params: {'requestId': ParamValue} }
    'refunds.staff.disputes.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.disputes.show': { paramsTuple: [ParamValue]; params: {'disputeId': ParamValue} }
    'payments.index': { paramsTuple?: []; params?: {} }
    'payments.staff.payments.index': { paramsTuple?: []; params?: {} }
    'payments.staff.payments.show': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'payments.staff.links.show': { paramsTuple: [ParamValue]; params: {'linkId': ParamValue} }
    'payments.staff.link_qr_codes.show': { paramsTuple: [ParamValue]; params: {'linkId': ParamValue} }
    'payments.staff.webhook_events.index': { paramsTuple?: []; params?: {} }
    'payments.staff.webhook_events.show': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'withdrawals.partner.balances.show': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.transactions.index': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.withdrawals.index': { paramsTuple?: []; params?: {} }
    'withdrawals.staff.balances.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'withdrawals.staff.transactions.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'withdrawals.staff.withdrawals.index': { paramsTuple?: []; params?: {} }
    'withdrawals.staff.withdrawals.show': { paramsTuple: [ParamValue]; params: {'withdrawalId': ParamValue} }
    'partners.products.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.packages.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'products.index': { paramsTuple?: []; params?: {} }
    'products.search': { paramsTuple?: []; params?: {} }
    'products.category': { paramsTuple: [ParamValue]; params: {'category': ParamValue} }
    'products.show': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'packages.index': { paramsTuple?: []; params?: {} }
    'packages.show': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'events.index': { paramsTuple?: []; params?: {} }
    'events.show': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'admin.listings.index': { paramsTuple?: []; params?: {} }
    'reviews.products.index': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'reviews.packages.index': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'reviews.events.index': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'reviews.partners.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.reviews.index': { paramsTuple?: []; params?: {} }
    'admin.reviews.show': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'integrity.staff.integrity.show': { paramsTuple?: []; params?: {} }
    'analytics.staff.stats.show': { paramsTuple?: []; params?: {} }
    'operations.staff.jobs.index': { paramsTuple?: []; params?: {} }
    'operations.staff.schedule_runs.index': { paramsTuple?: []; params?: {} }
    'clients.customers.index': { paramsTuple?: []; params?: {} }
    'clients.customers.show': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_sessions.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.notes.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'privacy.exports.index': { paramsTuple?: []; params?: {} }
    'privacy.exports.show': { paramsTuple: [ParamValue]; params: {'exportId': ParamValue} }
    'privacy.export_downloads.show': { paramsTuple: [ParamValue]; params: {'exportId': ParamValue} }
  }
  HEAD: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'files.show': { paramsTuple: [ParamValue]; params: {'fileId': ParamValue} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'docs.index': { paramsTuple?: []; params?: {} }
    'docs.show': { paramsTuple: [ParamValue]; params: {'asset': ParamValue} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
    'auth.known_devices.index': { paramsTuple?: []; params?: {} }
    'auth.outside_providers.index': { paramsTuple?: []; params?: {} }
    'auth.outside_redirects.create': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'auth.outside_redirects.show': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'auth.identities.index': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.show': { paramsTuple?: []; params?: {} }
    'auth.staff.permissions.index': { paramsTuple?: []; params?: {} }
    'auth.staff.users.index': { paramsTuple?: []; params?: {} }
    'impersonation.own.index': { paramsTuple?: []; params?: {} }
    'impersonation.staff.logs.index': { paramsTuple?: []; params?: {} }
    'impersonation.staff.logs.show': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
    'users.profiles.show': { paramsTuple?: []; params?: {} }
    'users.onboardings.show': { paramsTuple?: []; params?: {} }
    'users.addresses.index': { paramsTuple?: []; params?: {} }
    'notifications.index': { paramsTuple?: []; params?: {} }
    'notifications.own_messages.emails': { paramsTuple?: []; params?: {} }
    'notifications.own_messages.texts': { paramsTuple?: []; params?: {} }
    'audit.staff.action_logs.index': { paramsTuple?: []; params?: {} }
    'audit.staff.customer_action_logs.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'audit.staff.staff_action_logs.index': { paramsTuple: [ParamValue]; params: {'adminId': ParamValue} }
    'audit.staff.entries.show': { paramsTuple: [ParamValue]; params: {'entryNumber': ParamValue} }
    'audit.staff.verification.show': { paramsTuple?: []; params?: {} }
    'regions.index': { paramsTuple?: []; params?: {} }
    'regions.show': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.index': { paramsTuple?: []; params?: {} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.staff.index': { paramsTuple?: []; params?: {} }
    'partners.index': { paramsTuple?: []; params?: {} }
    'partners.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.portfolio.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partner.profile.show': { paramsTuple?: []; params?: {} }
    'partner.verification.show': { paramsTuple?: []; params?: {} }
    'partner.verification_documents.show': { paramsTuple: [ParamValue]; params: {'documentId': ParamValue} }
    'partner.portfolio.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.verification_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'partnerId': ParamValue,'documentId': ParamValue} }
    'admin.commission_rules.index': { paramsTuple?: []; params?: {} }
    'inquiries.index': { paramsTuple?: []; params?: {} }
    'inquiries.show': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'inquiries.partner.leads.index': { paramsTuple?: []; params?: {} }
    'inquiries.partner.leads.show': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'inquiries.staff.inquiries.index': { paramsTuple?: []; params?: {} }
    'partner.shipping_rates.index': { paramsTuple?: []; params?: {} }
    'coupons.index': { paramsTuple?: []; params?: {} }
    'coupons.show': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'coupons.redemptions.index': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'carts.show': { paramsTuple?: []; params?: {} }
    'carts.counts.show': { paramsTuple?: []; params?: {} }
    'orders.index': { paramsTuple?: []; params?: {} }
    'orders.show': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.invoices.show': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.submission_files.show': { paramsTuple: [ParamValue,ParamValue,ParamValue]; params: {'orderId': ParamValue,'submissionId': ParamValue,'fileId': ParamValue} }
    'orders.partner.orders.index': { paramsTuple?: []; params?: {} }
    'orders.partner.orders.show': { paramsTuple: [ParamValue]; params: {'partnerOrderId': ParamValue} }
    'orders.staff.orders.index': { paramsTuple?: []; params?: {} }
    'orders.staff.exports.show': { paramsTuple?: []; params?: {} }
    'refunds.partner.requests.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.refunds.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.refunds.show': { paramsTuple: [ParamValue]; params: {'refundId': ParamValue} }
    'refunds.staff.requests.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.requests.show': { paramsTuple: [ParamValue]; params: {'requestId': ParamValue} }
    'refunds.staff.disputes.index': { paramsTuple?: []; params?: {} }
    'refunds.staff.disputes.show': { paramsTuple: [ParamValue]; params: {'disputeId': ParamValue} }
    'payments.index': { paramsTuple?: []; params?: {} }
    'payments.staff.payments.index': { paramsTuple?: []; params?: {} }
    'payments.staff.payments.show': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'payments.staff.links.show': { paramsTuple: [ParamValue]; params: {'linkId': ParamValue} }
    'payments.staff.link_qr_codes.show': { paramsTuple: [ParamValue]; params: {'linkId': ParamValue} }
    'payments.staff.webhook_events.index': { paramsTuple?: []; params?: {} }
    'payments.staff.webhook_events.show': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'withdrawals.partner.balances.show': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.transactions.index': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.withdrawals.index': { paramsTuple?: []; params?: {} }
    'withdrawals.staff.balances.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'withdrawals.staff.transactions.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'withdrawals.staff.withdrawals.index': { paramsTuple?: []; params?: {} }
    'withdrawals.staff.withdrawals.show': { paramsTuple: [ParamValue]; params: {'withdrawalId': ParamValue} }
    'partners.products.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.packages.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'products.index': { paramsTuple?: []; params?: {} }
    'products.search': { paramsTuple?: []; params?: {} }
    'products.category': { paramsTuple: [ParamValue]; params: {'category': ParamValue} }
    'products.show': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'packages.index': { paramsTuple?: []; params?: {} }
    'packages.show': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'events.index': { paramsTuple?: []; params?: {} }
    'events.show': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'admin.listings.index': { paramsTuple?: []; params?: {} }
    'reviews.products.index': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'reviews.packages.index': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'reviews.events.index': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'reviews.partners.index': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.reviews.index': { paramsTuple?: []; params?: {} }
    'admin.reviews.show': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'integrity.staff.integrity.show': { paramsTuple?: []; params?: {} }
    'analytics.staff.stats.show': { paramsTuple?: []; params?: {} }
    'operations.staff.jobs.index': { paramsTuple?: []; params?: {} }
    'operations.staff.schedule_runs.index': { paramsTuple?: []; params?: {} }
    'clients.customers.index': { paramsTuple?: []; params?: {} }
    'clients.customers.show': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_sessions.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.notes.index': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'privacy.exports.index': { paramsTuple?: []; params?: {} }
    'privacy.exports.show': { paramsTuple: [ParamValue]; params: {'exportId': ParamValue} }
    'privacy.export_downloads.show': { paramsTuple: [ParamValue]; params: {'exportId': ParamValue} }
  }
  POST: {
    'auth.registrations.store': { paramsTuple?: []; params?: {} }
    'auth.registrations.update': { paramsTuple?: []; params?: {} }
    'auth.registration_codes.store': { paramsTuple?: []; params?: {} }
    'auth.sessions.store': { paramsTuple?: []; params?: {} }
    'auth.second_factors.store': { paramsTuple?: []; params?: {} }
    'auth.second_factors.send': { paramsTuple?: []; params?: {} }
    'auth.unlocks.store': { paramsTuple?: []; params?: {} }
    'auth.sessions.update': { paramsTuple?: []; params?: {} }
    'auth.token_checks.store': { paramsTuple?: []; params?: {} }
    'auth.current_session.destroy': { paramsTuple?: []; params?: {} }
    'auth.phone_codes.store': { paramsTuple?: []; params?: {} }
    'auth.phone_codes.update': { paramsTuple?: []; params?: {} }
    'auth.outside_log_ins.update': { paramsTuple?: []; params?: {} }
    'auth.identity_links.store': { paramsTuple?: []; params?: {} }
    'auth.outside_log_ins.store': { paramsTuple: [ParamValue]; params: {'provider': ParamValue} }
    'auth.identities.store': { paramsTuple?: []; params?: {} }
    'auth.password_resets.store': { paramsTuple?: []; params?: {} }
    'auth.password_resets.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'auth.step_ups.store': { paramsTuple?: []; params?: {} }
    'auth.step_ups.send': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.store': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.update': { paramsTuple?: []; params?: {} }
    'auth.second_factor_settings.destroy': { paramsTuple?: []; params?: {} }
    'auth.recovery_codes.store': { paramsTuple?: []; params?: {} }
    'auth.staff.users.store': { paramsTuple?: []; params?: {} }
    'auth.own_phones.store': { paramsTuple?: []; params?: {} }
    'impersonation.staff.impersonations.store': { paramsTuple?: []; params?: {} }
    'impersonation.staff.ends.store': { paramsTuple?: []; params?: {} }
    'impersonation.staff.notes.store': { paramsTuple?: []; params?: {} }
    'users.devices.store': { paramsTuple?: []; params?: {} }
    'users.addresses.store': { paramsTuple?: []; params?: {} }
    'regions.staff.store': { paramsTuple?: []; params?: {} }
    'locations.staff.store': { paramsTuple?: []; params?: {} }
    'categories.staff.store': { paramsTuple?: []; params?: {} }
    'partner.verification.store': { paramsTuple?: []; params?: {} }
    'partner.portfolio.store': { paramsTuple?: []; params?: {} }
    'inquiries.store': { paramsTuple?: []; params?: {} }
    'inquiries.acceptances.store': { paramsTuple: [ParamValue,ParamValue]; params: {'inquiryId': ParamValue,'leadId': ParamValue} }
    'inquiries.partner.responses.store': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'inquiries.staff.matchings.store': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'coupons.store': { paramsTuple?: []; params?: {} }
    'carts.items.store': { paramsTuple?: []; params?: {} }
    'orders.store': { paramsTuple?: []; params?: {} }
    'orders.cancellations.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.partner.submissions.store': { paramsTuple: [ParamValue]; params: {'partnerOrderId': ParamValue} }
    'orders.staff.orders.store': { paramsTuple?: []; params?: {} }
    'orders.staff.notes.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'refunds.requests.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'refunds.disputes.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'refunds.staff.refunds.store': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'refunds.staff.retries.store': { paramsTuple: [ParamValue]; params: {'refundId': ParamValue} }
    'refunds.staff.payments.store': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'payments.intents.store': { paramsTuple?: []; params?: {} }
    'payments.sandbox.confirmations.store': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'payments.stripe.checkouts.store': { paramsTuple?: []; params?: {} }
    'payments.paypal.orders.store': { paramsTuple?: []; params?: {} }
    'payments.paypal.captures.store': { paramsTuple?: []; params?: {} }
    'payments.razorpay.orders.store': { paramsTuple?: []; params?: {} }
    'payments.razorpay.verifications.store': { paramsTuple?: []; params?: {} }
    'payments.webhooks.stripe': { paramsTuple?: []; params?: {} }
    'payments.webhooks.paypal': { paramsTuple?: []; params?: {} }
    'payments.webhooks.razorpay': { paramsTuple?: []; params?: {} }
    'payments.webhooks.sandbox': { paramsTuple?: []; params?: {} }
    'payments.staff.payment_syncs.store': { paramsTuple: [ParamValue]; params: {'paymentId': ParamValue} }
    'payments.staff.reconciliations.store': { paramsTuple?: []; params?: {} }
    'payments.staff.links.store': { paramsTuple?: []; params?: {} }
    'payments.staff.qr_codes.store': { paramsTuple?: []; params?: {} }
    'payments.staff.webhook_replays.store': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'withdrawals.partner.withdrawals.store': { paramsTuple?: []; params?: {} }
    'products.store': { paramsTuple?: []; params?: {} }
    'variants.store': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'products.images.store': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'packages.store': { paramsTuple?: []; params?: {} }
    'packages.images.store': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'events.store': { paramsTuple?: []; params?: {} }
    'events.images.store': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'reviews.store': { paramsTuple?: []; params?: {} }
    'reviews.reports.store': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'reviews.replies.store': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'operations.staff.job_retries.store': { paramsTuple: [ParamValue]; params: {'jobId': ParamValue} }
    'operations.staff.schedule_runs.store': { paramsTuple?: []; params?: {} }
    'clients.customer_mails.store': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_mails.reset': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.notes.store': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'privacy.exports.store': { paramsTuple?: []; params?: {} }
  }
  DELETE: {
    'auth.sessions.clear': { paramsTuple?: []; params?: {} }
    'auth.sessions.destroy': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
    'auth.known_devices.destroy': { paramsTuple: [ParamValue]; params: {'deviceId': ParamValue} }
    'auth.identities.destroy': { paramsTuple: [ParamValue]; params: {'identityId': ParamValue} }
    'auth.staff.users.destroy': { paramsTuple: [ParamValue]; params: {'userId': ParamValue} }
    'auth.own_phones.destroy': { paramsTuple?: []; params?: {} }
    'users.addresses.destroy': { paramsTuple: [ParamValue]; params: {'addressId': ParamValue} }
    'regions.staff.destroy': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.staff.destroy': { paramsTuple: [ParamValue]; params: {'locationId': ParamValue} }
    'categories.staff.destroy': { paramsTuple: [ParamValue]; params: {'categoryId': ParamValue} }
    'partner.banner.destroy': { paramsTuple?: []; params?: {} }
    'partner.portfolio.destroy': { paramsTuple: [ParamValue]; params: {'entryId': ParamValue} }
    'coupons.destroy': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'carts.destroy': { paramsTuple?: []; params?: {} }
    'carts.items.destroy': { paramsTuple: [ParamValue]; params: {'itemId': ParamValue} }
    'carts.coupons.destroy': { paramsTuple?: []; params?: {} }
    'withdrawals.partner.withdrawals.destroy': { paramsTuple: [ParamValue]; params: {'withdrawalId': ParamValue} }
    'products.destroy': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'variants.destroy': { paramsTuple: [ParamValue]; params: {'variantId': ParamValue} }
    'products.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'productId': ParamValue,'imageId': ParamValue} }
    'packages.destroy': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'packages.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'packageId': ParamValue,'imageId': ParamValue} }
    'events.destroy': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'events.images.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'eventId': ParamValue,'imageId': ParamValue} }
    'admin.reviews.destroy': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'clients.customers.destroy': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_sessions.clear': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.customer_sessions.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'customerId': ParamValue,'sessionId': ParamValue} }
    'clients.notes.destroy': { paramsTuple: [ParamValue]; params: {'noteId': ParamValue} }
    'privacy.accounts.destroy': { paramsTuple?: []; params?: {} }
  }
  PUT: {
    'auth.passwords.update': { paramsTuple?: []; params?: {} }
    'auth.staff.users.update': { paramsTuple: [ParamValue]; params: {'userId': ParamValue} }
    'auth.own_phones.update': { paramsTuple?: []; params?: {} }
    'users.profiles.update': { paramsTuple?: []; params?: {} }
    'users.preferences.update': { paramsTuple?: []; params?: {} }
    'users.avatars.update': { paramsTuple?: []; params?: {} }
    'users.onboardings.update': { paramsTuple?: []; params?: {} }
    'users.addresses.update': { paramsTuple: [ParamValue]; params: {'addressId': ParamValue} }
    'notifications.readings.update': { paramsTuple: [ParamValue]; params: {'notificationId': ParamValue} }
    'regions.staff.update': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'regions.staff.restrictions.update': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.staff.update': { paramsTuple: [ParamValue]; params: {'locationId': ParamValue} }
    'categories.staff.update': { paramsTuple: [ParamValue]; params: {'categoryId': ParamValue} }
    'partner.profile.update': { paramsTuple?: []; params?: {} }
    'partner.banner.update': { paramsTuple?: []; params?: {} }
    'partner.portfolio_order.update': { paramsTuple?: []; params?: {} }
    'partner.portfolio.update': { paramsTuple: [ParamValue]; params: {'entryId': ParamValue} }
    'admin.verifications.update': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.featured_partners.update': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.commission_rules.update': { paramsTuple?: []; params?: {} }
    'inquiries.closures.store': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'inquiries.partner.refusals.store': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'partner.shipping_rates.update': { paramsTuple?: []; params?: {} }
    'coupons.update': { paramsTuple: [ParamValue]; params: {'couponId': ParamValue} }
    'carts.items.update': { paramsTuple: [ParamValue]; params: {'itemId': ParamValue} }
    'carts.coupons.update': { paramsTuple?: []; params?: {} }
    'orders.statuses.update': { paramsTuple: [ParamValue]; params: {'orderId': ParamValue} }
    'orders.submissions.update': { paramsTuple: [ParamValue,ParamValue]; params: {'orderId': ParamValue,'submissionId': ParamValue} }
    'orders.partner.statuses.update': { paramsTuple: [ParamValue]; params: {'partnerOrderId': ParamValue} }
    'refunds.partner.requests.update': { paramsTuple: [ParamValue]; params: {'requestId': ParamValue} }
    'refunds.staff.requests.update': { paramsTuple: [ParamValue]; params: {'requestId': ParamValue} }
    'refunds.staff.disputes.update': { paramsTuple: [ParamValue]; params: {'disputeId': ParamValue} }
    'payments.staff.link_cancellations.store': { paramsTuple: [ParamValue]; params: {'linkId': ParamValue} }
    'withdrawals.staff.withdrawals.update': { paramsTuple: [ParamValue]; params: {'withdrawalId': ParamValue} }
    'products.update': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'products.status.update': { paramsTuple: [ParamValue]; params: {'productId': ParamValue} }
    'variants.update': { paramsTuple: [ParamValue]; params: {'variantId': ParamValue} }
    'variants.stock.update': { paramsTuple: [ParamValue]; params: {'variantId': ParamValue} }
    'packages.update': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'packages.status.update': { paramsTuple: [ParamValue]; params: {'packageId': ParamValue} }
    'events.update': { paramsTuple: [ParamValue]; params: {'eventId': ParamValue} }
    'admin.listings.moderation.update': { paramsTuple: [ParamValue]; params: {'listingId': ParamValue} }
    'admin.featured_listings.update': { paramsTuple: [ParamValue]; params: {'listingId': ParamValue} }
    'reviews.update': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'admin.reviews.update': { paramsTuple: [ParamValue]; params: {'reviewId': ParamValue} }
    'clients.customers.update': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.account_statuses.suspend': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.account_statuses.activate': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.account_statuses.ban': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.email_verifications.update': { paramsTuple: [ParamValue]; params: {'customerId': ParamValue} }
    'clients.notes.update': { paramsTuple: [ParamValue]; params: {'noteId': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}