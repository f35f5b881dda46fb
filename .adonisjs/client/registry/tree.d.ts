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
  audit: {
    staff: {
      actionLogs: {
        index: typeof routes['audit.staff.action_logs.index']
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
  partner: {
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
    inquiries: {
      index: typeof routes['admin.inquiries.index']
      matchings: {
        store: typeof routes['admin.inquiries.matchings.store']
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
}
