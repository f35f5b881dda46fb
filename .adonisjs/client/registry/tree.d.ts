/* eslint-disable prettier/prettier */
import type { routes } from './index.ts'

export interface ApiDefinition {
  health: {
    live: typeof routes['health.live']
    ready: typeof routes['health.ready']
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
  analytics: {
    staff: {
      stats: {
        show: typeof routes['analytics.staff.stats.show']
      }
    }
  }
}
