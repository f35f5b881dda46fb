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
  'files.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/files/:fileId',
    tokens: [{"old":"/api/v1/files/:fileId","type":0,"val":"api","end":""},{"old":"/api/v1/files/:fileId","type":0,"val":"v1","end":""},{"old":"/api/v1/files/:fileId","type":0,"val":"files","end":""},{"old":"/api/v1/files/:fileId","type":1,"val":"fileId","end":""}],
    types: placeholder as Registry['files.show']['types'],
  },
  'openapi.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/openapi.json',
    tokens: [{"old":"/api/v1/openapi.json","type":0,"val":"api","end":""},{"old":"/api/v1/openapi.json","type":0,"val":"v1","end":""},{"old":"/api/v1/openapi.json","type":0,"val":"openapi.json","end":""}],
    types: placeholder as Registry['openapi.show']['types'],
  },
  'docs.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/docs',
    tokens: [{"old":"/api/v1/docs","type":0,"val":"api","end":""},{"old":"/api/v1/docs","type":0,"val":"v1","end":""},{"old":"/api/v1/docs","type":0,"val":"docs","end":""}],
    types: placeholder as Registry['docs.index']['types'],
  },
  'docs.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/docs/:asset',
    tokens: [{"old":"/api/v1/docs/:asset","type":0,"val":"api","end":""},{"old":"/api/v1/docs/:asset","type":0,"val":"v1","end":""},{"old":"/api/v1/docs/:asset","type":0,"val":"docs","end":""},{"old":"/api/v1/docs/:asset","type":1,"val":"asset","end":""}],
    types: placeholder as Registry['docs.show']['types'],
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
  'auth.registration_codes.store': {
    methods: ["POST"],
    pattern: '/api/v1/auth/resend-otp',
    tokens: [{"old":"/api/v1/auth/resend-otp","type":0,"val":"api","end":""},{"old":"/api/v1/auth/resend-otp","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/resend-otp","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/resend-otp","type":0,"val":"resend-otp","end":""}],
    types: placeholder as Registry['auth.registration_codes.store']['types'],
  },
  'auth.sessions.store': {
    methods: ["POST"],
    pattern: '/api/v1/auth/login',
    tokens: [{"old":"/api/v1/auth/login","type":0,"val":"api","end":""},{"old":"/api/v1/auth/login","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/login","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/login","type":0,"val":"login","end":""}],
    types: placeholder as Registry['auth.sessions.store']['types'],
  },
  'auth.second_factors.store': {
    methods: ["POST"],
    pattern: '/api/v1/auth/login/verify-2fa',
    tokens: [{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"api","end":""},{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"login","end":""},{"old":"/api/v1/auth/login/verify-2fa","type":0,"val":"verify-2fa","end":""}],
    types: placeholder as Registry['auth.second_factors.store']['types'],
  },
  'auth.sessions.update': {
    methods: ["POST"],
    pattern: '/api/v1/auth/refresh-token',
    tokens: [{"old":"/api/v1/auth/refresh-token","type":0,"val":"api","end":""},{"old":"/api/v1/auth/refresh-token","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/refresh-token","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/refresh-token","type":0,"val":"refresh-token","end":""}],
    types: placeholder as Registry['auth.sessions.update']['types'],
  },
  'auth.token_checks.store': {
    methods: ["POST"],
    pattern: '/api/v1/auth/verify-token',
    tokens: [{"old":"/api/v1/auth/verify-token","type":0,"val":"api","end":""},{"old":"/api/v1/auth/verify-token","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/verify-token","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/verify-token","type":0,"val":"verify-token","end":""}],
    types: placeholder as Registry['auth.token_checks.store']['types'],
  },
  'auth.current_session.destroy': {
    methods: ["POST"],
    pattern: '/api/v1/auth/logout',
    tokens: [{"old":"/api/v1/auth/logout","type":0,"val":"api","end":""},{"old":"/api/v1/auth/logout","type":0,"val":"v1","end":""},{"old":"/api/v1/auth/logout","type":0,"val":"auth","end":""},{"old":"/api/v1/auth/logout","type":0,"val":"logout","end":""}],
    types: placeholder as Registry['auth.current_session.destroy']['types'],
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
  'auth.passwords.update': {
    methods: ["PUT"],
    pattern: '/api/v1/user/change-password',
    tokens: [{"old":"/api/v1/user/change-password","type":0,"val":"api","end":""},{"old":"/api/v1/user/change-password","type":0,"val":"v1","end":""},{"old":"/api/v1/user/change-password","type":0,"val":"user","end":""},{"old":"/api/v1/user/change-password","type":0,"val":"change-password","end":""}],
    types: placeholder as Registry['auth.passwords.update']['types'],
  },
  'auth.staff.users.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/admin/users',
    tokens: [{"old":"/api/v1/admin/users","type":0,"val":"api","end":""},{"old":"/api/v1/admin/users","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/users","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/users","type":0,"val":"users","end":""}],
    types: placeholder as Registry['auth.staff.users.index']['types'],
  },
  'auth.staff.users.store': {
    methods: ["POST"],
    pattern: '/api/v1/admin/users',
    tokens: [{"old":"/api/v1/admin/users","type":0,"val":"api","end":""},{"old":"/api/v1/admin/users","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/users","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/users","type":0,"val":"users","end":""}],
    types: placeholder as Registry['auth.staff.users.store']['types'],
  },
  'auth.staff.users.update': {
    methods: ["PUT"],
    pattern: '/api/v1/admin/users/:userId',
    tokens: [{"old":"/api/v1/admin/users/:userId","type":0,"val":"api","end":""},{"old":"/api/v1/admin/users/:userId","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/users/:userId","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/users/:userId","type":0,"val":"users","end":""},{"old":"/api/v1/admin/users/:userId","type":1,"val":"userId","end":""}],
    types: placeholder as Registry['auth.staff.users.update']['types'],
  },
  'auth.staff.users.destroy': {
    methods: ["DELETE"],
    pattern: '/api/v1/admin/users/:userId',
    tokens: [{"old":"/api/v1/admin/users/:userId","type":0,"val":"api","end":""},{"old":"/api/v1/admin/users/:userId","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/users/:userId","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/users/:userId","type":0,"val":"users","end":""},{"old":"/api/v1/admin/users/:userId","type":1,"val":"userId","end":""}],
    types: placeholder as Registry['auth.staff.users.destroy']['types'],
  },
  'users.profiles.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/user/profile',
    tokens: [{"old":"/api/v1/user/profile","type":0,"val":"api","end":""},{"old":"/api/v1/user/profile","type":0,"val":"v1","end":""},{"old":"/api/v1/user/profile","type":0,"val":"user","end":""},{"old":"/api/v1/user/profile","type":0,"val":"profile","end":""}],
    types: placeholder as Registry['users.profiles.show']['types'],
  },
  'users.profiles.update': {
    methods: ["PUT"],
    pattern: '/api/v1/user/profile',
    tokens: [{"old":"/api/v1/user/profile","type":0,"val":"api","end":""},{"old":"/api/v1/user/profile","type":0,"val":"v1","end":""},{"old":"/api/v1/user/profile","type":0,"val":"user","end":""},{"old":"/api/v1/user/profile","type":0,"val":"profile","end":""}],
    types: placeholder as Registry['users.profiles.update']['types'],
  },
  'users.preferences.update': {
    methods: ["PUT"],
    pattern: '/api/v1/user/preferences',
    tokens: [{"old":"/api/v1/user/preferences","type":0,"val":"api","end":""},{"old":"/api/v1/user/preferences","type":0,"val":"v1","end":""},{"old":"/api/v1/user/preferences","type":0,"val":"user","end":""},{"old":"/api/v1/user/preferences","type":0,"val":"preferences","end":""}],
    types: placeholder as Registry['users.preferences.update']['types'],
  },
  'users.avatars.update': {
    methods: ["PUT"],
    pattern: '/api/v1/user/avatar',
    tokens: [{"old":"/api/v1/user/avatar","type":0,"val":"api","end":""},{"old":"/api/v1/user/avatar","type":0,"val":"v1","end":""},{"old":"/api/v1/user/avatar","type":0,"val":"user","end":""},{"old":"/api/v1/user/avatar","type":0,"val":"avatar","end":""}],
    types: placeholder as Registry['users.avatars.update']['types'],
  },
  'users.devices.store': {
    methods: ["POST"],
    pattern: '/api/v1/user/devices',
    tokens: [{"old":"/api/v1/user/devices","type":0,"val":"api","end":""},{"old":"/api/v1/user/devices","type":0,"val":"v1","end":""},{"old":"/api/v1/user/devices","type":0,"val":"user","end":""},{"old":"/api/v1/user/devices","type":0,"val":"devices","end":""}],
    types: placeholder as Registry['users.devices.store']['types'],
  },
  'users.onboardings.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/user/onboarding',
    tokens: [{"old":"/api/v1/user/onboarding","type":0,"val":"api","end":""},{"old":"/api/v1/user/onboarding","type":0,"val":"v1","end":""},{"old":"/api/v1/user/onboarding","type":0,"val":"user","end":""},{"old":"/api/v1/user/onboarding","type":0,"val":"onboarding","end":""}],
    types: placeholder as Registry['users.onboardings.show']['types'],
  },
  'users.onboardings.update': {
    methods: ["PUT"],
    pattern: '/api/v1/user/onboarding',
    tokens: [{"old":"/api/v1/user/onboarding","type":0,"val":"api","end":""},{"old":"/api/v1/user/onboarding","type":0,"val":"v1","end":""},{"old":"/api/v1/user/onboarding","type":0,"val":"user","end":""},{"old":"/api/v1/user/onboarding","type":0,"val":"onboarding","end":""}],
    types: placeholder as Registry['users.onboardings.update']['types'],
  },
  'users.addresses.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/user/addresses',
    tokens: [{"old":"/api/v1/user/addresses","type":0,"val":"api","end":""},{"old":"/api/v1/user/addresses","type":0,"val":"v1","end":""},{"old":"/api/v1/user/addresses","type":0,"val":"user","end":""},{"old":"/api/v1/user/addresses","type":0,"val":"addresses","end":""}],
    types: placeholder as Registry['users.addresses.index']['types'],
  },
  'users.addresses.store': {
    methods: ["POST"],
    pattern: '/api/v1/user/addresses',
    tokens: [{"old":"/api/v1/user/addresses","type":0,"val":"api","end":""},{"old":"/api/v1/user/addresses","type":0,"val":"v1","end":""},{"old":"/api/v1/user/addresses","type":0,"val":"user","end":""},{"old":"/api/v1/user/addresses","type":0,"val":"addresses","end":""}],
    types: placeholder as Registry['users.addresses.store']['types'],
  },
  'users.addresses.update': {
    methods: ["PUT"],
    pattern: '/api/v1/user/addresses/:addressId',
    tokens: [{"old":"/api/v1/user/addresses/:addressId","type":0,"val":"api","end":""},{"old":"/api/v1/user/addresses/:addressId","type":0,"val":"v1","end":""},{"old":"/api/v1/user/addresses/:addressId","type":0,"val":"user","end":""},{"old":"/api/v1/user/addresses/:addressId","type":0,"val":"addresses","end":""},{"old":"/api/v1/user/addresses/:addressId","type":1,"val":"addressId","end":""}],
    types: placeholder as Registry['users.addresses.update']['types'],
  },
  'users.addresses.destroy': {
    methods: ["DELETE"],
    pattern: '/api/v1/user/addresses/:addressId',
    tokens: [{"old":"/api/v1/user/addresses/:addressId","type":0,"val":"api","end":""},{"old":"/api/v1/user/addresses/:addressId","type":0,"val":"v1","end":""},{"old":"/api/v1/user/addresses/:addressId","type":0,"val":"user","end":""},{"old":"/api/v1/user/addresses/:addressId","type":0,"val":"addresses","end":""},{"old":"/api/v1/user/addresses/:addressId","type":1,"val":"addressId","end":""}],
    types: placeholder as Registry['users.addresses.destroy']['types'],
  },
  'notifications.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/user/notifications',
    tokens: [{"old":"/api/v1/user/notifications","type":0,"val":"api","end":""},{"old":"/api/v1/user/notifications","type":0,"val":"v1","end":""},{"old":"/api/v1/user/notifications","type":0,"val":"user","end":""},{"old":"/api/v1/user/notifications","type":0,"val":"notifications","end":""}],
    types: placeholder as Registry['notifications.index']['types'],
  },
  'notifications.readings.update': {
    methods: ["PUT"],
    pattern: '/api/v1/user/notifications/:notificationId/read',
    tokens: [{"old":"/api/v1/user/notifications/:notificationId/read","type":0,"val":"api","end":""},{"old":"/api/v1/user/notifications/:notificationId/read","type":0,"val":"v1","end":""},{"old":"/api/v1/user/notifications/:notificationId/read","type":0,"val":"user","end":""},{"old":"/api/v1/user/notifications/:notificationId/read","type":0,"val":"notifications","end":""},{"old":"/api/v1/user/notifications/:notificationId/read","type":1,"val":"notificationId","end":""},{"old":"/api/v1/user/notifications/:notificationId/read","type":0,"val":"read","end":""}],
    types: placeholder as Registry['notifications.readings.update']['types'],
  },
  'audit.staff.action_logs.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/admin/action-logs',
    tokens: [{"old":"/api/v1/admin/action-logs","type":0,"val":"api","end":""},{"old":"/api/v1/admin/action-logs","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/action-logs","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/action-logs","type":0,"val":"action-logs","end":""}],
    types: placeholder as Registry['audit.staff.action_logs.index']['types'],
  },
  'inquiries.store': {
    methods: ["POST"],
    pattern: '/api/v1/inquiries',
    tokens: [{"old":"/api/v1/inquiries","type":0,"val":"api","end":""},{"old":"/api/v1/inquiries","type":0,"val":"v1","end":""},{"old":"/api/v1/inquiries","type":0,"val":"inquiries","end":""}],
    types: placeholder as Registry['inquiries.store']['types'],
  },
  'inquiries.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/inquiries',
    tokens: [{"old":"/api/v1/inquiries","type":0,"val":"api","end":""},{"old":"/api/v1/inquiries","type":0,"val":"v1","end":""},{"old":"/api/v1/inquiries","type":0,"val":"inquiries","end":""}],
    types: placeholder as Registry['inquiries.index']['types'],
  },
  'inquiries.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/inquiries/:inquiryId',
    tokens: [{"old":"/api/v1/inquiries/:inquiryId","type":0,"val":"api","end":""},{"old":"/api/v1/inquiries/:inquiryId","type":0,"val":"v1","end":""},{"old":"/api/v1/inquiries/:inquiryId","type":0,"val":"inquiries","end":""},{"old":"/api/v1/inquiries/:inquiryId","type":1,"val":"inquiryId","end":""}],
    types: placeholder as Registry['inquiries.show']['types'],
  },
  'inquiries.closures.store': {
    methods: ["PUT"],
    pattern: '/api/v1/inquiries/:inquiryId/close',
    tokens: [{"old":"/api/v1/inquiries/:inquiryId/close","type":0,"val":"api","end":""},{"old":"/api/v1/inquiries/:inquiryId/close","type":0,"val":"v1","end":""},{"old":"/api/v1/inquiries/:inquiryId/close","type":0,"val":"inquiries","end":""},{"old":"/api/v1/inquiries/:inquiryId/close","type":1,"val":"inquiryId","end":""},{"old":"/api/v1/inquiries/:inquiryId/close","type":0,"val":"close","end":""}],
    types: placeholder as Registry['inquiries.closures.store']['types'],
  },
  'inquiries.acceptances.store': {
    methods: ["POST"],
    pattern: '/api/v1/inquiries/:inquiryId/accept/:leadId',
    tokens: [{"old":"/api/v1/inquiries/:inquiryId/accept/:leadId","type":0,"val":"api","end":""},{"old":"/api/v1/inquiries/:inquiryId/accept/:leadId","type":0,"val":"v1","end":""},{"old":"/api/v1/inquiries/:inquiryId/accept/:leadId","type":0,"val":"inquiries","end":""},{"old":"/api/v1/inquiries/:inquiryId/accept/:leadId","type":1,"val":"inquiryId","end":""},{"old":"/api/v1/inquiries/:inquiryId/accept/:leadId","type":0,"val":"accept","end":""},{"old":"/api/v1/inquiries/:inquiryId/accept/:leadId","type":1,"val":"leadId","end":""}],
    types: placeholder as Registry['inquiries.acceptances.store']['types'],
  },
  'inquiries.partner.leads.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/partner/leads',
    tokens: [{"old":"/api/v1/partner/leads","type":0,"val":"api","end":""},{"old":"/api/v1/partner/leads","type":0,"val":"v1","end":""},{"old":"/api/v1/partner/leads","type":0,"val":"partner","end":""},{"old":"/api/v1/partner/leads","type":0,"val":"leads","end":""}],
    types: placeholder as Registry['inquiries.partner.leads.index']['types'],
  },
  'inquiries.partner.leads.show': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/partner/leads/:leadId',
    tokens: [{"old":"/api/v1/partner/leads/:leadId","type":0,"val":"api","end":""},{"old":"/api/v1/partner/leads/:leadId","type":0,"val":"v1","end":""},{"old":"/api/v1/partner/leads/:leadId","type":0,"val":"partner","end":""},{"old":"/api/v1/partner/leads/:leadId","type":0,"val":"leads","end":""},{"old":"/api/v1/partner/leads/:leadId","type":1,"val":"leadId","end":""}],
    types: placeholder as Registry['inquiries.partner.leads.show']['types'],
  },
  'inquiries.partner.responses.store': {
    methods: ["POST"],
    pattern: '/api/v1/partner/leads/:leadId/respond',
    tokens: [{"old":"/api/v1/partner/leads/:leadId/respond","type":0,"val":"api","end":""},{"old":"/api/v1/partner/leads/:leadId/respond","type":0,"val":"v1","end":""},{"old":"/api/v1/partner/leads/:leadId/respond","type":0,"val":"partner","end":""},{"old":"/api/v1/partner/leads/:leadId/respond","type":0,"val":"leads","end":""},{"old":"/api/v1/partner/leads/:leadId/respond","type":1,"val":"leadId","end":""},{"old":"/api/v1/partner/leads/:leadId/respond","type":0,"val":"respond","end":""}],
    types: placeholder as Registry['inquiries.partner.responses.store']['types'],
  },
  'inquiries.partner.refusals.store': {
    methods: ["PUT"],
    pattern: '/api/v1/partner/leads/:leadId/decline',
    tokens: [{"old":"/api/v1/partner/leads/:leadId/decline","type":0,"val":"api","end":""},{"old":"/api/v1/partner/leads/:leadId/decline","type":0,"val":"v1","end":""},{"old":"/api/v1/partner/leads/:leadId/decline","type":0,"val":"partner","end":""},{"old":"/api/v1/partner/leads/:leadId/decline","type":0,"val":"leads","end":""},{"old":"/api/v1/partner/leads/:leadId/decline","type":1,"val":"leadId","end":""},{"old":"/api/v1/partner/leads/:leadId/decline","type":0,"val":"decline","end":""}],
    types: placeholder as Registry['inquiries.partner.refusals.store']['types'],
  },
  'inquiries.staff.inquiries.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/admin/inquiries',
    tokens: [{"old":"/api/v1/admin/inquiries","type":0,"val":"api","end":""},{"old":"/api/v1/admin/inquiries","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/inquiries","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/inquiries","type":0,"val":"inquiries","end":""}],
    types: placeholder as Registry['inquiries.staff.inquiries.index']['types'],
  },
  'inquiries.staff.matchings.store': {
    methods: ["POST"],
    pattern: '/api/v1/admin/inquiries/:inquiryId/rematch',
    tokens: [{"old":"/api/v1/admin/inquiries/:inquiryId/rematch","type":0,"val":"api","end":""},{"old":"/api/v1/admin/inquiries/:inquiryId/rematch","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/inquiries/:inquiryId/rematch","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/inquiries/:inquiryId/rematch","type":0,"val":"inquiries","end":""},{"old":"/api/v1/admin/inquiries/:inquiryId/rematch","type":1,"val":"inquiryId","end":""},{"old":"/api/v1/admin/inquiries/:inquiryId/rematch","type":0,"val":"rematch","end":""}],
    types: placeholder as Registry['inquiries.staff.matchings.store']['types'],
  },
  'operations.staff.jobs.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/admin/jobs',
    tokens: [{"old":"/api/v1/admin/jobs","type":0,"val":"api","end":""},{"old":"/api/v1/admin/jobs","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/jobs","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/jobs","type":0,"val":"jobs","end":""}],
    types: placeholder as Registry['operations.staff.jobs.index']['types'],
  },
  'operations.staff.job_retries.store': {
    methods: ["POST"],
    pattern: '/api/v1/admin/jobs/:jobId/retry',
    tokens: [{"old":"/api/v1/admin/jobs/:jobId/retry","type":0,"val":"api","end":""},{"old":"/api/v1/admin/jobs/:jobId/retry","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/jobs/:jobId/retry","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/jobs/:jobId/retry","type":0,"val":"jobs","end":""},{"old":"/api/v1/admin/jobs/:jobId/retry","type":1,"val":"jobId","end":""},{"old":"/api/v1/admin/jobs/:jobId/retry","type":0,"val":"retry","end":""}],
    types: placeholder as Registry['operations.staff.job_retries.store']['types'],
  },
  'operations.staff.schedule_runs.index': {
    methods: ["GET","HEAD"],
    pattern: '/api/v1/admin/schedule-runs',
    tokens: [{"old":"/api/v1/admin/schedule-runs","type":0,"val":"api","end":""},{"old":"/api/v1/admin/schedule-runs","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/schedule-runs","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/schedule-runs","type":0,"val":"schedule-runs","end":""}],
    types: placeholder as Registry['operations.staff.schedule_runs.index']['types'],
  },
  'operations.staff.schedule_runs.store': {
    methods: ["POST"],
    pattern: '/api/v1/admin/schedule-runs',
    tokens: [{"old":"/api/v1/admin/schedule-runs","type":0,"val":"api","end":""},{"old":"/api/v1/admin/schedule-runs","type":0,"val":"v1","end":""},{"old":"/api/v1/admin/schedule-runs","type":0,"val":"admin","end":""},{"old":"/api/v1/admin/schedule-runs","type":0,"val":"schedule-runs","end":""}],
    types: placeholder as Registry['operations.staff.schedule_runs.store']['types'],
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
