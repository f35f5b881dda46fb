/* eslint-disable prettier/prettier */
/// <reference path="../manifest.d.ts" />

import type { ExtractBody, ExtractErrorResponse, ExtractQuery, ExtractQueryForGet, ExtractResponse } from '@tuyau/core/types'
import type { InferInput, SimpleError } from '@vinejs/vine/types'

export type ParamValue = string | number | bigint | boolean

export interface Registry {
  'health.live': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/health'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/core/controllers/health_controller').default['live']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/core/controllers/health_controller').default['live']>>>
    }
  }
  'health.ready': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/health/ready'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/core/controllers/health_controller').default['ready']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/core/controllers/health_controller').default['ready']>>>
    }
  }
  'files.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/files/:fileId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { fileId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#core/validation/file').fileVariantValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/core/controllers/files_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/core/controllers/files_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'openapi.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/openapi.json'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/core/controllers/openapi_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/core/controllers/openapi_controller').default['show']>>>
    }
  }
  'docs.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/docs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/core/controllers/docs_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/core/controllers/docs_controller').default['index']>>>
    }
  }
  'docs.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/docs/:asset'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { asset: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/core/controllers/docs_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/core/controllers/docs_controller').default['show']>>>
    }
  }
  'auth.registrations.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/register'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').registerValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').registerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/registrations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/registrations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.registrations.update': {
    methods: ["POST"]
    pattern: '/api/v1/auth/verify-email'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').verifyEmailValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').verifyEmailValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/registrations_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/registrations_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.registrations.resend': {
    methods: ["POST"]
    pattern: '/api/v1/auth/resend-otp'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').resendCodeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').resendCodeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/registrations_controller').default['resend']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/registrations_controller').default['resend']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.sessions.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/login'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').logInValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').logInValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.sessions.verify': {
    methods: ["POST"]
    pattern: '/api/v1/auth/login/verify-2fa'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').secondFactorValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').secondFactorValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['verify']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['verify']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.sessions.update': {
    methods: ["POST"]
    pattern: '/api/v1/auth/refresh-token'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').refreshValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').refreshValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.sessions.check': {
    methods: ["POST"]
    pattern: '/api/v1/auth/verify-token'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').verifyTokenValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').verifyTokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['check']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['check']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.sessions.logout': {
    methods: ["POST"]
    pattern: '/api/v1/auth/logout'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['logout']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['logout']>>>
    }
  }
  'auth.sessions.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/auth/sessions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['index']>>>
    }
  }
  'auth.sessions.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/auth/sessions/:sessionId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { sessionId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['destroy']>>>
    }
  }
  'auth.phone_codes.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/otp'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').phoneCodeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').phoneCodeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/phone_codes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/phone_codes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.phone_codes.update': {
    methods: ["POST"]
    pattern: '/api/v1/auth/verify-otp'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').verifyPhoneCodeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').verifyPhoneCodeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/phone_codes_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/phone_codes_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.password_resets.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/forgot-password'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').forgotPasswordValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').forgotPasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/password_resets_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/password_resets_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.password_resets.update': {
    methods: ["POST"]
    pattern: '/api/v1/auth/reset-password/:token'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').resetPasswordValidator)>>
      paramsTuple: [ParamValue]
      params: { token: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').resetPasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/password_resets_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/password_resets_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'audit.staff.action_logs.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/action-logs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#audit/validators/action_log').listActionLogsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/action_logs_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/action_logs_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'inquiries.store': {
    methods: ["POST"]
    pattern: '/api/v1/inquiries'
    types: {
      body: ExtractBody<InferInput<(typeof import('#inquiries/validators/inquiry').submitInquiryValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#inquiries/validators/inquiry').submitInquiryValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/inquiries_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/inquiries_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'inquiries.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/inquiries'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#inquiries/validators/inquiry').listInquiriesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/inquiries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/inquiries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'inquiries.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/inquiries/:inquiryId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { inquiryId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/inquiries_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/inquiries_controller').default['show']>>>
    }
  }
  'inquiries.closures.store': {
    methods: ["PUT"]
    pattern: '/api/v1/inquiries/:inquiryId/close'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { inquiryId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/inquiry_closures_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/inquiry_closures_controller').default['store']>>>
    }
  }
  'inquiries.acceptances.store': {
    methods: ["POST"]
    pattern: '/api/v1/inquiries/:inquiryId/accept/:leadId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { inquiryId: ParamValue; leadId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/quote_acceptances_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/quote_acceptances_controller').default['store']>>>
    }
  }
  'partner.leads.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/leads'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#inquiries/validators/lead').listLeadsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/partner/leads_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/partner/leads_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partner.leads.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/leads/:leadId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { leadId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/partner/leads_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/partner/leads_controller').default['show']>>>
    }
  }
  'partner.leads.responses.store': {
    methods: ["POST"]
    pattern: '/api/v1/partner/leads/:leadId/respond'
    types: {
      body: ExtractBody<InferInput<(typeof import('#inquiries/validators/lead').respondValidator)>>
      paramsTuple: [ParamValue]
      params: { leadId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#inquiries/validators/lead').respondValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/partner/lead_responses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/partner/lead_responses_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partner.leads.refusals.store': {
    methods: ["PUT"]
    pattern: '/api/v1/partner/leads/:leadId/decline'
    types: {
      body: ExtractBody<InferInput<(typeof import('#inquiries/validators/lead').declineValidator)>>
      paramsTuple: [ParamValue]
      params: { leadId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#inquiries/validators/lead').declineValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/partner/lead_refusals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/partner/lead_refusals_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.inquiries.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/inquiries'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#inquiries/validators/inquiry').listStaffInquiriesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/staff/inquiries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/staff/inquiries_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.inquiries.matchings.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/inquiries/:inquiryId/rematch'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { inquiryId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/inquiries/controllers/staff/inquiry_matchings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/inquiries/controllers/staff/inquiry_matchings_controller').default['store']>>>
    }
  }
  'operations.staff.jobs.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/jobs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#operations/validators/operations').listJobsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/staff/jobs_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/staff/jobs_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'operations.staff.job_retries.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/jobs/:jobId/retry'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { jobId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/staff/job_retries_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/staff/job_retries_controller').default['store']>>>
    }
  }
  'operations.staff.schedule_runs.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/schedule-runs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#operations/validators/operations').listScheduleRunsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/staff/schedule_runs_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/staff/schedule_runs_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'operations.staff.schedule_runs.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/schedule-runs'
    types: {
      body: ExtractBody<InferInput<(typeof import('#operations/validators/operations').requestScheduleRunValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#operations/validators/operations').requestScheduleRunValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/operations/controllers/staff/schedule_runs_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/operations/controllers/staff/schedule_runs_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
}
