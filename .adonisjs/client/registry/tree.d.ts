/* eslint-disable prettier/prettier */
import type { routes } from './index.ts'

export interface ApiDefinition {
  health: {
    live: typeof routes['health.live']
    ready: typeof routes['health.ready']
  }
  files: {
    show: typeof routes['files.show']
  }
  openapi: {
    show: typeof routes['openapi.show']
  }
  docs: {
    index: typeof routes['docs.index']
    show: typeof routes['docs.show']
  }
  auth: {
    registrations: {
      store: typeof routes['auth.registrations.store']
      update: typeof routes['auth.registrations.update']
    }
    registrationCodes: {
      store: typeof routes['auth.registration_codes.store']
    }
    sessions: {
      store: typeof routes['auth.sessions.store']
      update: typeof routes['auth.sessions.update']
      index: typeof routes['auth.sessions.index']
      clear: typeof routes['auth.sessions.clear']
      destroy: typeof routes['auth.sessions.destroy']
    }
    secondFactors: {
      store: typeof routes['auth.second_factors.store']
      send: typeof routes['auth.second_factors.send']
    }
    unlocks: {
      store: typeof routes['auth.unlocks.store']
    }
    tokenChecks: {
      store: typeof routes['auth.token_checks.store']
    }
    currentSession: {
      destroy: typeof routes['auth.current_session.destroy']
    }
    knownDevices: {
      index: typeof routes['auth.known_devices.index']
      destroy: typeof routes['auth.known_devices.destroy']
    }
    phoneCodes: {
      store: typeof routes['auth.phone_codes.store']
      update: typeof routes['auth.phone_codes.update']
    }
    outsideProviders: {
      index: typeof routes['auth.outside_providers.index']
    }
    outsideRedirects: {
      create: typeof routes['auth.outside_redirects.create']
      show: typeof routes['auth.outside_redirects.show']
    }
    outsideLogIns: {
      update: typeof routes['auth.outside_log_ins.update']
      store: typeof routes['auth.outside_log_ins.store']
    }
    identityLinks: {
      store: typeof routes['auth.identity_links.store']
    }
    identities: {
      index: typeof routes['auth.identities.index']
      store: typeof routes['auth.identities.store']
      destroy: typeof routes['auth.identities.destroy']
    }
    passwordResets: {
      store: typeof routes['auth.password_resets.store']
      update: typeof routes['auth.password_resets.update']
    }
    passwords: {
      update: typeof routes['auth.passwords.update']
    }
    stepUps: {
      store: typeof routes['auth.step_ups.store']
      send: typeof routes['auth.step_ups.send']
    }
    secondFactorSettings: {
      show: typeof routes['auth.second_factor_settings.show']
      store: typeof routes['auth.second_factor_settings.store']
      update: typeof routes['auth.second_factor_settings.update']
      destroy: typeof routes['auth.second_factor_settings.destroy']
    }
    recoveryCodes: {
      store: typeof routes['auth.recovery_codes.store']
    }
    staff: {
      permissions: {
        index: typeof routes['auth.staff.permissions.index']
      }
      users: {
        index: typeof routes['auth.staff.users.index']
        store: typeof routes['auth.staff.users.store']
        update: typeof routes['auth.staff.users.update']
        destroy: typeof routes['auth.staff.users.destroy']
      }
    }
    ownPhones: {
      update: typeof routes['auth.own_phones.update']
      store: typeof routes['auth.own_phones.store']
      destroy: typeof routes['auth.own_phones.destroy']
    }
  }
  impersonation: {
    own: {
      index: typeof routes['impersonation.own.index']
    }
    staff: {
      impersonations: {
        store: typeof routes['impersonation.staff.impersonations.store']
      }
      ends: {
        store: typeof routes['impersonation.staff.ends.store']
      }
      notes: {
        store: typeof routes['impersonation.staff.notes.store']
      }
      logs: {
        index: typeof routes['impersonation.staff.logs.index']
        show: typeof routes['impersonation.staff.logs.show']
      }
    }
  }
  users: {
    profiles: {
      show: typeof routes['users.profiles.show']
      update: typeof routes['users.profiles.update']
    }
    preferences: {
      update: typeof routes['users.preferences.update']
    }
    avatars: {
      update: typeof routes['users.avatars.update']
    }
    devices: {
      store: typeof routes['users.devices.store']
    }
    onboardings: {
      show: typeof routes['users.onboardings.show']
      update: typeof routes['users.onboardings.update']
    }
    addresses: {
      index: typeof routes['users.addresses.index']
      store: typeof routes['users.addresses.store']
      update: typeof routes['users.addresses.update']
      destroy: typeof routes['users.addresses.destroy']
    }
  }
  notifications: {
    index: typeof routes['notifications.index']
    readings: {
      update: typeof routes['notifications.readings.update']
    }
    ownMessages: {
      emails: typeof routes['notifications.own_messages.emails']
      texts: typeof routes['notifications.own_messages.texts']
    }
  }
  audit: {
    staff: {
      actionLogs: {
        index: typeof routes['audit.staff.action_logs.index']
      }
      customerActionLogs: {
        index: typeof routes['audit.staff.customer_action_logs.index']
      }
      staffActionLogs: {
        index: typeof routes['audit.staff.staff_action_logs.index']
      }
      entries: {
        show: typeof routes['audit.staff.entries.show']
      }
      verification: {
        show: typeof routes['audit.staff.verification.show']
      }
    }
  }
  regions: {
    index: typeof routes['regions.index']
    show: typeof routes['regions.show']
    staff: {
      store: typeof routes['regions.staff.store']
      update: typeof routes['regions.staff.update']
      destroy: typeof routes['regions.staff.destroy']
      restrictions: {
        update: typeof routes['regions.staff.restrictions.update']
      }
    }
  }
  locations: {
    index: typeof routes['locations.index']
    staff: {
      store: typeof routes['locations.staff.store']
      update: typeof routes['locations.staff.update']
      destroy: typeof routes['locations.staff.destroy']
    }
  }
  categories: {
    index: typeof routes['categories.index']
    staff: {
      index: typeof routes['categories.staff.index']
      store: typeof routes['categories.staff.store']
      update: typeof routes['categories.staff.update']
      destroy: typeof routes['categories.staff.destroy']
    }
  }
  partners: {
    index: typeof routes['partners.index']
    show: typeof routes['partners.show']
    portfolio: {
      show: typeof routes['partners.portfolio.show']
    }
    products: {
      index: typeof routes['partners.products.index']
    }
    packages: {
      index: typeof routes['partners.packages.index']
    }
  }
  partner: {
    profile: {
      show: typeof routes['partner.profile.show']
      update: typeof routes['partner.profile.update']
    }
    banner: {
      update: typeof routes['partner.banner.update']
      destroy: typeof routes['partner.banner.destroy']
    }
    verification: {
      show: typeof routes['partner.verification.show']
      store: typeof routes['partner.verification.store']
    }
    verificationDocuments: {
      show: typeof routes['partner.verification_documents.show']
    }
    portfolio: {
      index: typeof routes['partner.portfolio.index']
      store: typeof routes['partner.portfolio.store']
      update: typeof routes['partner.portfolio.update']
      destroy: typeof routes['partner.portfolio.destroy']
    }
    portfolioOrder: {
      update: typeof routes['partner.portfolio_order.update']
    }
    shippingRates: {
      index: typeof routes['partner.shipping_rates.index']
      update: typeof routes['partner.shipping_rates.update']
    }
  }
  admin: {
    verifications: {
      index: typeof routes['admin.verifications.index']
      show: typeof routes['admin.verifications.show']
      update: typeof routes['admin.verifications.update']
    }
    verificationDocuments: {
      show: typeof routes['admin.verification_documents.show']
    }
    featuredPartners: {
      update: typeof routes['admin.featured_partners.update']
    }
    commissionRules: {
      index: typeof routes['admin.commission_rules.index']
      update: typeof routes['admin.commission_rules.update']
    }
    listings: {
      index: typeof routes['admin.listings.index']
      moderation: {
        update: typeof routes['admin.listings.moderation.update']
      }
    }
    featuredListings: {
      update: typeof routes['admin.featured_listings.update']
    }
    reviews: {
      index: typeof routes['admin.reviews.index']
      show: typeof routes['admin.reviews.show']
      update: typeof routes['admin.reviews.update']
      destroy: typeof routes['admin.reviews.destroy']
    }
  }
  inquiries: {
    store: typeof routes['inquiries.store']
    index: typeof routes['inquiries.index']
    show: typeof routes['inquiries.show']
    closures: {
      store: typeof routes['inquiries.closures.store']
    }
    acceptances: {
      store: typeof routes['inquiries.acceptances.store']
    }
    partner: {
      leads: {
        index: typeof routes['inquiries.partner.leads.index']
        show: typeof routes['inquiries.partner.leads.show']
      }
      responses: {
        store: typeof routes['inquiries.partner.responses.store']
      }
      refusals: {
        store: typeof routes['inquiries.partner.refusals.store']
      }
    }
    staff: {
      inquiries: {
        index: typeof routes['inquiries.staff.inquiries.index']
      }
      matchings: {
        store: typeof routes['inquiries.staff.matchings.store']
      }
    }
  }
  coupons: {
    index: typeof routes['coupons.index']
    store: typeof routes['coupons.store']
    show: typeof routes['coupons.show']
    update: typeof routes['coupons.update']
    destroy: typeof routes['coupons.destroy']
    redemptions: {
      index: typeof routes['coupons.redemptions.index']
    }
  }
  carts: {
    show: typeof routes['carts.show']
    destroy: typeof routes['carts.destroy']
    counts: {
      show: typeof routes['carts.counts.show']
    }
    items: {
      store: typeof routes['carts.items.store']
      update: typeof routes['carts.items.update']
      destroy: typeof routes['carts.items.destroy']
    }
    coupons: {
      update: typeof routes['carts.coupons.update']
      destroy: typeof routes['carts.coupons.destroy']
    }
  }
  orders: {
    index: typeof routes['orders.index']
    store: typeof routes['orders.store']
    show: typeof routes['orders.show']
    cancellations: {
      store: typeof routes['orders.cancellations.store']
    }
    statuses: {
      update: typeof routes['orders.statuses.update']
    }
    invoices: {
      show: typeof routes['orders.invoices.show']
    }
    submissions: {
      update: typeof routes['orders.submissions.update']
    }
    submissionFiles: {
      show: typeof routes['orders.submission_files.show']
    }
    partner: {
      orders: {
        index: typeof routes['orders.partner.orders.index']
        show: typeof routes['orders.partner.orders.show']
      }
      statuses: {
        update: typeof routes['orders.partner.statuses.update']
      }
      submissions: {
        store: typeof routes['orders.partner.submissions.store']
      }
    }
    staff: {
      orders: {
        index: typeof routes['orders.staff.orders.index']
        store: typeof routes['orders.staff.orders.store']
      }
      notes: {
        store: typeof routes['orders.staff.notes.store']
      }
      exports: {
        show: typeof routes['orders.staff.exports.show']
      }
    }
  }
  refunds: {
    requests: {
      store: typeof routes['refunds.requests.store']
    }
    disputes: {
      store: typeof routes['refunds.disputes.store']
    }
    partner: {
      requests: {
        index: typeof routes['refunds.partner.requests.index']
        update: typeof routes['refunds.partner.requests.update']
      }
    }
    staff: {
      refunds: {
        store: typeof routes['refunds.staff.refunds.store']
        index: typeof routes['refunds.staff.refunds.index']
        show: typeof routes['refunds.staff.refunds.show']
      }
      retries: {
        store: typeof routes['refunds.staff.retries.store']
      }
      payments: {
        store: typeof routes['refunds.staff.payments.store']
      }
      requests: {
        index: typeof routes['refunds.staff.requests.index']
        show: typeof routes['refunds.staff.requests.show']
        update: typeof routes['refunds.staff.requests.update']
      }
      disputes: {
        index: typeof routes['refunds.staff.disputes.index']
        show: typeof routes['refunds.staff.disputes.show']
        update: typeof routes['refunds.staff.disputes.update']
      }
    }
  }
  payments: {
    intents: {
      store: typeof routes['payments.intents.store']
    }
    sandbox: {
      confirmations: {
        store: typeof routes['payments.sandbox.confirmations.store']
      }
    }
    stripe: {
      checkouts: {
        store: typeof routes['payments.stripe.checkouts.store']
      }
    }
    paypal: {
      orders: {
        store: typeof routes['payments.paypal.orders.store']
      }
      captures: {
        store: typeof routes['payments.paypal.captures.store']
      }
    }
    razorpay: {
      orders: {
        store: typeof routes['payments.razorpay.orders.store']
      }
      verifications: {
        store: typeof routes['payments.razorpay.verifications.store']
      }
    }
    index: typeof routes['payments.index']
    webhooks: {
      stripe: typeof routes['payments.webhooks.stripe']
      paypal: typeof routes['payments.webhooks.paypal']
      razorpay: typeof routes['payments.webhooks.razorpay']
      sandbox: typeof routes['payments.webhooks.sandbox']
    }
    staff: {
      payments: {
        index: typeof routes['payments.staff.payments.index']
        show: typeof routes['payments.staff.payments.show']
      }
      paymentSyncs: {
        store: typeof routes['payments.staff.payment_syncs.store']
      }
      reconciliations: {
        store: typeof routes['payments.staff.reconciliations.store']
      }
      links: {
        store: typeof routes['payments.staff.links.store']
        show: typeof routes['payments.staff.links.show']
      }
      linkQrCodes: {
        show: typeof routes['payments.staff.link_qr_codes.show']
      }
      linkCancellations: {
        store: typeof routes['payments.staff.link_cancellations.store']
      }
      qrCodes: {
        store: typeof routes['payments.staff.qr_codes.store']
      }
      webhookEvents: {
        index: typeof routes['payments.staff.webhook_events.index']
        show: typeof routes['payments.staff.webhook_events.show']
      }
      webhookReplays: {
        store: typeof routes['payments.staff.webhook_replays.store']
      }
    }
  }
  withdrawals: {
    partner: {
      balances: {
        show: typeof routes['withdrawals.partner.balances.show']
      }
      transactions: {
        index: typeof routes['withdrawals.partner.transactions.index']
      }
      withdrawals: {
        store: typeof routes['withdrawals.partner.withdrawals.store']
        index: typeof routes['withdrawals.partner.withdrawals.index']
        destroy: typeof routes['withdrawals.partner.withdrawals.destroy']
      }
    }
    staff: {
      balances: {
        show: typeof routes['withdrawals.staff.balances.show']
      }
      transactions: {
        index: typeof routes['withdrawals.staff.transactions.index']
      }
      withdrawals: {
        index: typeof routes['withdrawals.staff.withdrawals.index']
        show: typeof routes['withdrawals.staff.withdrawals.show']
        update: typeof routes['withdrawals.staff.withdrawals.update']
      }
    }
  }
  products: {
    index: typeof routes['products.index']
    search: typeof routes['products.search']
    category: typeof routes['products.category']
    show: typeof routes['products.show']
    store: typeof routes['products.store']
    update: typeof routes['products.update']
    destroy: typeof routes['products.destroy']
    status: {
      update: typeof routes['products.status.update']
    }
    images: {
      store: typeof routes['products.images.store']
      destroy: typeof routes['products.images.destroy']
    }
  }
  variants: {
    store: typeof routes['variants.store']
    update: typeof routes['variants.update']
    destroy: typeof routes['variants.destroy']
    stock: {
      update: typeof routes['variants.stock.update']
    }
  }
  packages: {
    index: typeof routes['packages.index']
    show: typeof routes['packages.show']
    store: typeof routes['packages.store']
    update: typeof routes['packages.update']
    destroy: typeof routes['packages.destroy']
    status: {
      update: typeof routes['packages.status.update']
    }
    images: {
      store: typeof routes['packages.images.store']
      destroy: typeof routes['packages.images.destroy']
    }
  }
  events: {
    index: typeof routes['events.index']
    show: typeof routes['events.show']
    store: typeof routes['events.store']
    update: typeof routes['events.update']
    destroy: typeof routes['events.destroy']
    images: {
      store: typeof routes['events.images.store']
      destroy: typeof routes['events.images.destroy']
    }
  }
  reviews: {
    products: {
      index: typeof routes['reviews.products.index']
    }
    packages: {
      index: typeof routes['reviews.packages.index']
    }
    events: {
      index: typeof routes['reviews.events.index']
    }
    partners: {
      index: typeof routes['reviews.partners.index']
    }
    store: typeof routes['reviews.store']
    update: typeof routes['reviews.update']
    reports: {
      store: typeof routes['reviews.reports.store']
    }
    replies: {
      store: typeof routes['reviews.replies.store']
    }
  }
  integrity: {
    staff: {
      integrity: {
        show: typeof routes['integrity.staff.integrity.show']
      }
    }
  }
  analytics: {
    staff: {
      stats: {
        show: typeof routes['analytics.staff.stats.show']
      }
    }
  }
  operations: {
    staff: {
      jobs: {
        index: typeof routes['operations.staff.jobs.index']
      }
      jobRetries: {
        store: typeof routes['operations.staff.job_retries.store']
      }
      scheduleRuns: {
        index: typeof routes['operations.staff.schedule_runs.index']
        store: typeof routes['operations.staff.schedule_runs.store']
      }
    }
  }
  clients: {
    customers: {
      index: typeof routes['clients.customers.index']
      show: typeof routes['clients.customers.show']
      update: typeof routes['clients.customers.update']
      destroy: typeof routes['clients.customers.destroy']
    }
    accountStatuses: {
      suspend: typeof routes['clients.account_statuses.suspend']
      activate: typeof routes['clients.account_statuses.activate']
      ban: typeof routes['clients.account_statuses.ban']
    }
    customerMails: {
      store: typeof routes['clients.customer_mails.store']
      reset: typeof routes['clients.customer_mails.reset']
    }
    emailVerifications: {
      update: typeof routes['clients.email_verifications.update']
    }
    customerSessions: {
      index: typeof routes['clients.customer_sessions.index']
      clear: typeof routes['clients.customer_sessions.clear']
      destroy: typeof routes['clients.customer_sessions.destroy']
    }
    notes: {
      index: typeof routes['clients.notes.index']
      store: typeof routes['clients.notes.store']
      update: typeof routes['clients.notes.update']
      destroy: typeof routes['clients.notes.destroy']
    }
  }
  privacy: {
    exports: {
      store: typeof routes['privacy.exports.store']
      index: typeof routes['privacy.exports.index']
      show: typeof routes['privacy.exports.show']
    }
    exportDownloads: {
      show: typeof routes['privacy.export_downloads.show']
    }
    accounts: {
      destroy: typeof routes['privacy.accounts.destroy']
    }
  }
}
