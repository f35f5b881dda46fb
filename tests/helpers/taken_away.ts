/*
 * The ways in which somebody loses what lets them in: sessions, and looks through another's eyes.
 */
import db from '@adonisjs/lucid/services/db'
import type { Role } from '#core/actor'
import { clock, SECOND } from '#core/support/clock'
import { actorOfRole, PASSWORD, type TestActor } from '#tests/helpers/actors'
import { App } from '#tests/helpers/factors'
import { lookAs } from '#tests/helpers/impersonation'

/** What a request that should be refused is made with. */
export interface Key {
  headers: Record<string, string>
  refreshToken?: string
}

export interface Scene {
  victim: TestActor
  doer: TestActor
  /** ten more sessions of the victim */
  sessions: TestActor[]
  /** @throws unless it is done @returns its data */
  ask(method: string, path: string, body?: object): Promise<any>
}

export interface Case {
  what: string
  victim: Role
  /** who does it; the victim's own first session when not given */
  by?: Role
  deed(scene: Scene): Promise<unknown>
  /** what is refused from then on; the ten sessions when not given */
  keys?(scene: Scene): Promise<Key[]>
}

const account = ({ victim }: Scene) => `/admin/users/${victim.user.id}`
const customer = ({ victim }: Scene) => `/admin/customers/${victim.user.id}`
const reason = 'A stolen card'

/** The victim, staff, looks through somebody's eyes. */
const ownLook = async ({ victim }: Scene) => [await lookAs(victim, await actorOfRole('client'))]
/** Somebody looks through the eyes of the victim. */
const lookAtVictim = async ({ victim }: Scene) => [await lookAs(await actorOfRole('admin'), victim)]

export const TAKEN_AWAY: Case[] = [
  {
    what: 'a new role',
    victim: 'admin',
    by: 'senior_admin',
    deed: (scene) => scene.ask('PUT', account(scene), { role: 'agent' }),
  },
  {
    what: 'a suspension',
    victim: 'agent',
    by: 'senior_admin',
    deed: (scene) => scene.ask('PUT', account(scene), { status: 'suspended' }),
  },
  {
    what: 'a deactivation',
    victim: 'hr',
    by: 'senior_admin',
    deed: (scene) => scene.ask('DELETE', account(scene)),
  },
  {
    what: 'a suspension of a client',
    victim: 'client',
    by: 'admin',
    deed: (scene) => scene.ask('PUT', `${customer(scene)}/suspend`, { reason }),
  },
  {
    what: 'a ban of a partner',
    victim: 'partner',
    by: 'admin',
    deed: (scene) => scene.ask('PUT', `${customer(scene)}/ban`, { reason }),
  },
  {
    what: 'staff ending the sessions of a client',
    victim: 'client',
    by: 'admin',
    deed: (scene) => scene.ask('DELETE', `${customer(scene)}/sessions`),
  },
  {
    what: 'ending all other sessions',
    victim: 'client',
    async deed({ ask, sessions }) {
      for (const { sessionId } of sessions) await ask('DELETE', `/auth/sessions/${sessionId}`)
    },
  },
  {
    what: 'a new password',
    victim: 'partner',
    deed: ({ ask }) =>
      ask('PUT', '/user/change-password', {
        currentPassword: PASSWORD,
        newPassword: 'another good password',
      }),
  },
  {
    what: 'a second factor',
    victim: 'client',
    async deed({ ask }) {
      const { secret } = await ask('POST', '/user/enable-2fa', { method: 'totp' })
      await ask('POST', '/user/verify-2fa', { code: new App(secret).next() })
    },
  },
  {
    what: 'a refresh token used twice',
    victim: 'client',
    async deed({ ask, sessions: [{ refreshToken, sessionId }] }) {
      await ask('POST', '/auth/refresh-token', { refreshToken })
      // later than an honest race
      const used = db.from('refresh_tokens').where('session_id', sessionId).whereNotNull('used_at')
      await used.update({ used_at: clock.now() - 11 * SECOND })
      await ask('POST', '/auth/refresh-token', { refreshToken }).catch(() => {})
    },
    keys: async ({ sessions }) => sessions.slice(0, 1),
  },
  {
    what: 'the role of who looks through eyes',
    victim: 'admin',
    by: 'senior_admin',
    keys: ownLook,
    deed: (scene) => scene.ask('PUT', account(scene), { role: 'agent' }),
  },
  {
    what: 'the session of who looks through eyes',
    victim: 'admin',
    keys: ownLook,
    deed: ({ ask }) => ask('POST', '/auth/logout'),
  },
  {
    what: 'the end of a look',
    victim: 'admin',
    keys: ownLook,
    deed: ({ ask }) => ask('POST', '/admin/impersonate/end', {}),
  },
  {
    what: 'a ban of who is looked at',
    victim: 'client',
    by: 'senior_admin',
    keys: lookAtVictim,
    deed: (scene) => scene.ask('PUT', `${customer(scene)}/ban`, { reason }),
  },
]
