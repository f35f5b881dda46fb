/* eslint-disable prettier/prettier */
import type { AdonisEndpoint } from '@tuyau/core/types'
import type { Registry } from './schema.d.ts'
import type { ApiDefinition } from './tree.d.ts'

const placeholder: any = {}

const routes = {
  'health.live': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/health',
    tokens: [{"old":"/api/v1/health","type":0,"val":"api","end":""},{"old":"/api/v1/health","type":0,"val":"v1","end":""},{"old":"/api/v1/health","type":0,"val":"health","end":""}],
    types: placeholder as Registry['health.live']['types'],
  },
  'health.ready': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/health/ready',
    tokens: [{"old":"/api/v1/health/ready","type":0,"val":"api","end":""},{"old":"/api/v1/health/ready","type":0,"val":"v1","end":""},{"old":"/api/v1/health/ready","type":0,"val":"health","end":""},{"old":"/api/v1/health/ready","type":0,"val":"ready","end":""}],
    types: placeholder as Registry['health.ready']['types'],
  },
  'auth.registrations.store': {
    methods: ["POST"],
    pattern: '/api/v1/auth/register',
    tokens: [{"old":"/api/v1/auth/register","type":0,"val":"api","end":""},{"old":"/api/v1/auth/register","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/register","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/register","type":0,"val":"register","end":""}],
    types: placeholder as Registry['auth.registrations.store']['types'],
  },
  'auth.registrations.update': {
    methods: ["POST"],
    pattern: '/api/v1/auth/verify-email',
    tokens: [{"old":"/api/v1/auth/verify-email","type":0,"val":"api","end":""},{"old":"/api/v1/auth/verify-email","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/verify-email","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/verify-email","type":0,"val":"verify-email","end":""}],
    types: placeholder as Registry['auth.registrations.update']['types'],
  },
  'auth.registrations.resend': {
    methods: ["POST"],
    pattern: '/api/v1/auth/resend-otp',
    tokens: [{"old":"/api/v1/auth/resend-otp","type":0,"val":"api","end":""},{"old":"/api/v1/auth/resend-otp","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/resend-otp","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/resend-otp","type":0,"val":"resend-otp","end":""}],
    types: placeholder as Registry['auth.registrations.resend']['types'],
  },
  'auth.sessions.store': {
    methods: ["POST"],
    pattern: '/api/v1/auth/login',
    tokens: [{"old":"/api/v1/auth/login","type":0,"val":"api","end":""},{"old":"/api/v1/auth/login","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/login","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/login","type":0,"val":"login","end":""}],
    types: placeholder as Registry['auth.sessions.store']['types'],
  },
  'auth.sessions.verify': {
    methods: ["POST"],
    pattern: '/api/v1/auth/login/verify-2fa',
    tokens: [{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"api","end":""},{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"login","end":""},{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"verify-2fa","end":""}],
    types: placeholder as Registry['auth.sessions.verify']['types'],
  },
  'auth.sessions.update': {
    methods: ["POST"],
    pattern: '/api/v1/auth/refresh-token',
    tokens: [{"old":"/api/v1/auth/refresh-token","type":0,"val":"api","end":""},{"old":"/api/v1/auth/refresh-token","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/refresh-token","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/refresh-token","type":0,"val":"refresh-token","end":""}],
    types: placeholder as Registry['auth.sessions.update']['types'],
  },
  'auth.sessions.check': {
    methods: ["POST"],
    pattern: '/api/v1/auth/verify-token',
    tokens: [{"old":"/api/v1/auth/verify-token","type":0,"val":"api","end":""},{"old":"/api/v1/auth/verify-token","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/verify-token","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/verify-token","type":0,"val":"verify-token","end":""}],
    types: placeholder as Registry['auth.sessions.check']['types'],
  },
  'auth.sessions.logout': {
    methods: ["POST"],
    pattern: '/api/v1/auth/logout',
    tokens: [{"old":"/api/v1/auth/logout","type":0,"val":"api","end":""},{"old":"/api/v1/auth/logout","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/logout","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/logout","type":0,"val":"logout","end":""}],
    types: placeholder as Registry['auth.sessions.logout']['types'],
  },
  'auth.sessions.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/auth/sessions',
    tokens: [{"old":"/api/v1/auth/sessions","type":0,"val":"api","end":""},{"old":"/api/v1/auth/sessions","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/sessions","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/sessions","type":0,"val":"sessions","end":""}],
    types: placeholder as Registry['auth.sessions.index']['types'],
  },
  'auth.sessions.destroy': {
    methods: ["DELETE"],
    pattern: '/api/v1/auth/sessions/:sessionId',
    tokens: [{"old":"/api/v1/auth/sessions/:sessionId","type":0,"val":"api","end":""},{"old":"/api/v1/auth/sessions/:sessionId","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/sessions/:sessionId","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/sessions/:sessionId","type":0,"val":"sessions","end":""},{"old":"/api/v1/auth/sessions/:sessionId","type":1,"val":"sessionId","end":""}],
    types: placeholder as Registry['auth.sessions.destroy']['types'],
  },
  'auth.phone_codes.store': {
    methods: ["POST"],
    pattern: '/api/v1/auth/otp',
    tokens: [{"old":"/api/v1/auth/otp","type":0,"val":"api","end":""},{"old":"/api/v1/auth/otp","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/otp","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/otp","type":0,"val":"otp","end":""}],
    types: placeholder as Registry['auth.phone_codes.store']['types'],
  },
  'auth.phone_codes.update': {
    methods: ["POST"],
    pattern: '/api/v1/auth/verify-otp',
    tokens: [{"old":"/api/v1/auth/verify-otp","type":0,"val":"api","end":""},{"old":"/api/v1/auth/verify-otp","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/verify-otp","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/verify-otp","type":0,"val":"verify-otp","end":""}],
    types: placeholder as Registry['auth.phone_codes.update']['types'],
  },
  'auth.password_resets.store': {
    methods: ["POST"],
    pattern: '/api/v1/auth/forgot-password',
    tokens: [{"old":"/api/v1/auth/forgot-password","type":0,"val":"api","end":""},{"old":"/api/v1/auth/forgot-password","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/forgot-password","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/forgot-password","type":0,"val":"forgot-password","end":""}],
    types: placeholder as Registry['auth.password_resets.store']['types'],
  },
  'auth.password_resets.update': {
    methods: ["POST"],
    pattern: '/api/v1/auth/reset-password/:token',
    tokens: [{"old":"/api/v1/auth/reset-password/:token","type":0,"val":"api","end":""},{"old":"/api/v1/auth/reset-password/:token","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/reset-password/:token","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/reset-password/:token","type":0,"val":"reset-password","end":""},{"old":"/api/v1/auth/reset-password/:token","type":1,"val":"token","end":""}],
    types: placeholder as Registry['auth.password_resets.update']['types'],
  },
  'regions.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/regions',
    tokens: [{"old":"/api/v1/regions","type":0,"val":"api","end":""},{"old":"/api/v1/regions","type":0,"val":"v1","end":""},{"old":"/api/v1/regions","type":0,"val":"regions","end":""}],
    types: placeholder as Registry['regions.index']['types'],
  },
  'regions.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/regions/:regionId',
    tokens: [{"old":"/api/v1/regions/:regionId","type":0,"val":"api","end":""},{"old":"/api/v1/regions/:regionId","type":0,"val":"v1","end":""},{"old":"/api/v1/regions/:regionId","type":0,"val":"regions","end":""},{"old":"/api/v1/regions/:regionId","type":1,"val":"regionId","end":""}],
    types: placeholder as Registry['regions.show']['types'],
  },
  'regions.staff.store': {
    methods: ["POST"],
    pattern: '/api/v1/regions',
    tokens: [{"old":"/api/v1/regions","type":0,"val":"api","end":""},{"old":"/api/v1/regions","type":0,"val":"v1","end":""},{"old":"/api/v1/regions","type":0,"val":"regions","end":""}],
    types: placeholder as Registry['regions.staff.store']['types'],
  },
  'regions.staff.update': {
    methods: ["PUT"],
    pattern: '/api/v1/regions/:regionId',
    tokens: [{"old":"/api/v1/regions/:regionId","type":0,"val":"api","end":""},{"old":"/api/v1/regions/:regionId","type":0,"val":"v1","end":""},{"old":"/api/v1/regions/:regionId","type":0,"val":"regions","end":""},{"old":"/api/v1/regions/:regionId","type":1,"val":"regionId","end":""}],
    types: placeholder as Registry['regions.staff.update']['types'],
  },
  'regions.staff.destroy': {
    methods: ["DELETE"],
    pattern: '/api/v1/regions/:regionId',
    tokens: [{"old":"/api/v1/regions/:regionId","type":0,"val":"api","end":""},{"old":"/api/v1/regions/:regionId","type":0,"val":"v1","end":""},{"old":"/api/v1/regions/:regionId","type":0,"val":"regions","end":""},{"old":"/api/v1/regions/:regionId","type":1,"val":"regionId","end":""}],
    types: placeholder as Registry['regions.staff.destroy']['types'],
  },
  'regions.staff.restrictions.update': {
    methods: ["PUT"],
    pattern: '/api/v1/regions/:regionId/restrictions',
    tokens: [{"old":"/api/v1/regions/:regionId/restrictions","type":0,"val":"api","end":""},{"old":"/api/v1/regions/:regionId/restrictions","type":0,"val":"v1","end":""},{"old":"/api/v1/regions/:regionId/restrictions","type":0,"val":"regions","end":""},{"old":"/api/v1/regions/:regionId/restrictions","type":1,"val":"regionId","end":""},{"old":"/api/v1/regions/:regionId/restrictions","type":0,"val":"restrictions","end":""}],
    types: placeholder as Registry['regions.staff.restrictions.update']['types'],
  },
  'locations.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/locations',
    tokens: [{"old":"/api/v1/locations","type":0,"val":"api","end":""},{"old":"/api/v1/locations","type":0,"val":"v1","end":""},{"old":"/api/v1/locations","type":0,"val":"locations","end":""}],
    types: placeholder as Registry['locations.index']['types'],
  },
  'locations.staff.store': {
    methods: ["POST"],
    pattern: '/api/v1/admin/locations',
    tokens: [{"old":"/api/v1/admin/locations","type":0,"val":"api","end":""},{"old":"/api/v1/admin/locations","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/locations","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/locations","type":0,"val":"locations","end":""}],
    types: placeholder as Registry['locations.staff.store']['types'],
  },
  'locations.staff.update': {
    methods: ["PUT"],
    pattern: '/api/v1/admin/locations/:locationId',
    tokens: [{"old":"/api/v1/admin/locations/:locationId","type":0,"val":"api","end":""},{"old":"/api/v1/admin/locations/:locationId","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/locations/:locationId","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/locations/:locationId","type":0,"val":"locations","end":""},{"old":"/api/v1/admin/locations/:locationId","type":1,"val":"locationId","end":""}],
    types: placeholder as Registry['locations.staff.update']['types'],
  },
  'locations.staff.destroy': {
    methods: ["DELETE"],
    pattern: '/api/v1/admin/locations/:locationId',
    tokens: [{"old":"/api/v1/admin/locations/:locationId","type":0,"val":"api","end":""},{"old":"/api/v1/admin/locations/:locationId","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/locations/:locationId","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/locations/:locationId","type":0,"val":"locations","end":""},{"old":"/api/v1/admin/locations/:locationId","type":1,"val":"locationId","end":""}],
    types: placeholder as Registry['locations.staff.destroy']['types'],
  },
  'categories.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/categories',
    tokens: [{"old":"/api/v1/categories","type":0,"val":"api","end":""},{"old":"/api/v1/categories","type":0,"val":"v1","end":""},{"old":"/api/v1/categories","type":0,"val":"categories","end":""}],
    types: placeholder as Registry['categories.index']['types'],
  },
  'categories.staff.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/admin/categories',
    tokens: [{"old":"/api/v1/admin/categories","type":0,"val":"api","end":""},{"old":"/api/v1/admin/categories","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/categories","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/categories","type":0,"val":"categories","end":""}],
    types: placeholder as Registry['categories.staff.index']['types'],
  },
  'categories.staff.store': {
    methods: ["POST"],
    pattern: '/api/v1/admin/categories',
    tokens: [{"old":"/api/v1/admin/categories","type":0,"val":"api","end":""},{"old":"/api/v1/admin/categories","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/categories","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/categories","type":0,"val":"categories","end":""}],
    types: placeholder as Registry['categories.staff.store']['types'],
  },
  'categories.staff.update': {
    methods: ["PUT"],
    pattern: '/api/v1/admin/categories/:categoryId',
    tokens: [{"old":"/api/v1/admin/categories/:categoryId","type":0,"val":"api","end":""},{"old":"/api/v1/admin/categories/:categoryId","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/categories/:categoryId","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/categories/:categoryId","type":0,"val":"categories","end":""},{"old":"/api/v1/admin/categories/:categoryId","type":1,"val":"categoryId","end":""}],
    types: placeholder as Registry['categories.staff.update']['types'],
  },
  'categories.staff.destroy': {
    methods: ["DELETE"],
    pattern: '/api/v1/admin/categories/:categoryId',
    tokens: [{"old":"/api/v1/admin/categories/:categoryId","type":0,"val":"api","end":""},{"old":"/api/v1/admin/categories/:categoryId","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/categories/:categoryId","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/categories/:categoryId","type":0,"val":"categories","end":""},{"old":"/api/v1/admin/categories/:categoryId","type":1,"val":"categoryId","end":""}],
    types: placeholder as Registry['categories.staff.destroy']['types'],
  },
  'analytics.staff.stats.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/admin/stats',
    tokens: [{"old":"/api/v1/admin/stats","type":0,"val":"api","end":""},{"old":"/api/v1/admin/stats","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/stats","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/stats","type":0,"val":"stats","end":""}],
    types: placeholder as Registry['analytics.staff.stats.show']['types'],
  },
} as const satisfies Record<string, AdonisEndpoint>

export { routes }

export const registry = {
  routes,
  $tree: {} as ApiDefinition,
}

declare module '@tuyau/core/types' {
  export interface UserRegistry {
    routes: typeof routes
    $tree: ApiDefinition
  }
}
