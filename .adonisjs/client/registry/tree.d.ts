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
  auth: {
    registrations: {
      store: typeof routes['auth.registrations.store']
      update: typeof routes['auth.registrations.update']
      resend: typeof routes['auth.registrations.resend']
    }
    sessions: {
      store: typeof routes['auth.sessions.store']
      verify: typeof routes['auth.sessions.verify']
      update: typeof routes['auth.sessions.update']
      check: typeof routes['auth.sessions.check']
      logout: typeof routes['auth.sessions.logout']
      index: typeof routes['auth.sessions.index']
      destroy: typeof routes['auth.sessions.destroy']
    }
    phoneCodes: {
      store: typeof routes['auth.phone_codes.store']
      update: typeof routes['auth.phone_codes.update']
    }
    passwordResets: {
      store: typeof routes['auth.password_resets.store']
      update: typeof routes['auth.password_resets.update']
    }
  }
  partners: {
    index: typeof routes['partners.index']
    show: typeof routes['partners.show']
    portfolio: {
      show: typeof routes['partners.portfolio.show']
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
    leads: {
      index: typeof routes['partner.leads.index']
      show: typeof routes['partner.leads.show']
      responses: {
        store: typeof routes['partner.leads.responses.store']
      }
      refusals: {
        store: typeof routes['partner.leads.refusals.store']
      }
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
    inquiries: {
      index: typeof routes['admin.inquiries.index']
      matchings: {
        store: typeof routes['admin.inquiries.matchings.store']
      }
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
  }
}
