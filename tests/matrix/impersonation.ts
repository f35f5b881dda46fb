import db from '@adonisjs/lucid/services/db'
import { newId } from '#core/support/ids'
import { actorOfRole, type TestActor } from '#tests/helpers/actors'
import { lookAs } from '#tests/helpers/impersonation'
import { EVERYBODY_LOGGED_IN, type Caller, type MatrixRow } from '#tests/matrix/row'

const lookers: Caller[] = ['admin', 'senior_admin']

/** The caller looks at somebody; whoever may not has somebody else look. */
async function anOpenLook(caller: TestActor): Promise<string> {
  const open = await db.from('impersonations').where({ open_staff_id: caller.user.id }).first()
  if (open) return open.id
  const staff = lookers.includes(caller.user.role) ? caller : await actorOfRole('admin')
  return (await lookAs(staff, await actorOfRole('client'))).id
}

export const rows: MatrixRow[] = [
  {
    route: 'impersonation.own.index',
    allow: EVERYBODY_LOGGED_IN,
    viewable: true,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'impersonation.staff.impersonations.store',
    allow: lookers,
    success: 201,
    request: async () => ({
      body: { customerId: (await actorOfRole('client')).user.id, reason: 'ticket 42' },
    }),
  },
  {
    route: 'impersonation.staff.ends.store',
    allow: lookers,
    byImpersonator: true,
    success: 200,
    request: async (caller) => {
      await anOpenLook(caller)
      return { body: { note: 'all is well' } }
    },
  },
  {
    route: 'impersonation.staff.notes.store',
    allow: lookers,
    byImpersonator: true,
    success: 201,
    request: async (caller) => {
      await anOpenLook(caller)
      return { body: { note: 'the coupon is spent' } }
    },
  },
  {
    route: 'impersonation.staff.logs.index',
    allow: lookers,
    success: 200,
    request: async () => ({}),
  },
  {
    route: 'impersonation.staff.logs.show',
    allow: lookers,
    success: 200,
    request: async (caller) => ({ params: { sessionId: await anOpenLook(caller) } }),
    object: { param: 'sessionId', missing: newId('impersonation'), owned: false },
  },
]
