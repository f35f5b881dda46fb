/*
 * What runs by itself, and when (server's time zone from TZ). A missed period is caught up.
 */
import type { TaskEntry } from '#core/scheduler/task'

export const scheduledTasks: TaskEntry[] = [
  {
    name: 'core.sweep',
    schedule: { every: 'week', on: 7, at: '02:00' },
    load: () => import('#core/tasks/sweep_task'),
    catchUp: 'newest',
  },
  {
    name: 'core.sweep_files',
    schedule: { every: 'day', at: '03:00' },
    load: () => import('#core/tasks/sweep_files_task'),
    catchUp: 'newest',
  },
  {
    name: 'auth.lift_suspensions',
    schedule: { every: 'minutes', count: 1 },
    load: () => import('#auth/tasks/lift_suspensions_task'),
    catchUp: 'newest',
  },
  {
    name: 'impersonation.close_ended',
    schedule: { every: 'minutes', count: 1 },
    load: () => import('#impersonation/tasks/close_ended_task'),
    catchUp: 'newest',
  },
  {
    name: 'inquiries.expire_leads',
    schedule: { every: 'minutes', count: 1 },
    load: () => import('#inquiries/tasks/expire_leads_task'),
    catchUp: 'newest',
  },
  {
    name: 'inquiries.expire_inquiries',
    schedule: { every: 'hour' },
    load: () => import('#inquiries/tasks/expire_inquiries_task'),
    catchUp: 'newest',
  },
  {
    name: 'partners.mend_reach',
    schedule: { every: 'minutes', count: 15 },
    load: () => import('#partners/tasks/mend_reach_task'),
    catchUp: 'newest',
  },
  {
    name: 'orders.expire_orders',
    schedule: { every: 'minutes', count: 1 },
    load: () => import('#orders/tasks/expire_orders_task'),
    catchUp: 'newest',
  },
  {
    name: 'orders.complete_parts',
    schedule: { every: 'minutes', count: 5 },
    load: () => import('#orders/tasks/complete_parts_task'),
    catchUp: 'newest',
  },
  {
    name: 'orders.approve_unanswered',
    schedule: { every: 'minutes', count: 5 },
    load: () => import('#orders/tasks/approve_unanswered_task'),
    catchUp: 'newest',
  },
  {
    name: 'withdrawals.poll_payouts',
    schedule: { every: 'minutes', count: 3 },
    load: () => import('#withdrawals/tasks/poll_payouts_task'),
    catchUp: 'newest',
  },
  {
    name: 'refunds.poll_refunds',
    schedule: { every: 'minutes', count: 3 },
    load: () => import('#refunds/tasks/poll_refunds_task'),
    catchUp: 'newest',
  },
  {
    name: 'payments.poll_payments',
    schedule: { every: 'minutes', count: 3 },
    load: () => import('#payments/tasks/poll_payments_task'),
    catchUp: 'newest',
  },
  {
    name: 'payments.sweep_payments',
    schedule: { every: 'week', on: 7, at: '02:00' },
    load: () => import('#payments/tasks/sweep_payments_task'),
    catchUp: 'newest',
  },
  {
    name: 'integrity.look_at_books',
    schedule: { every: 'minutes', count: 5 },
    load: () => import('#integrity/tasks/look_at_books_task'),
    catchUp: 'newest',
  },
  {
    name: 'audit.seal_entries',
    schedule: { every: 'minutes', count: 1 },
    load: () => import('#audit/tasks/seal_entries_task'),
    catchUp: 'newest',
  },
  {
    name: 'privacy.sweep_exports',
    schedule: { every: 'day', at: '03:30' },
    load: () => import('#privacy/tasks/sweep_exports_task'),
    catchUp: 'newest',
  },
]
