/* eslint-disable prettier/prettier */
import type { routes } from './index.ts'

export interface ApiDefinition {
  health: {
    live: typeof routes['health.live']
    ready: typeof routes['health.ready']
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
}
