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
  'auth.registration_codes.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/resend-otp'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').resendCodeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').resendCodeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/registration_codes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/registration_codes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'auth.second_factors.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/login/verify-2fa'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/second_factor').finishLogInValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/second_factor').finishLogInValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factors_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factors_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.second_factors.send': {
    methods: ["POST"]
    pattern: '/api/v1/auth/login/send-code'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/second_factor').sendLogInCodeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/second_factor').sendLogInCodeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factors_controller').default['send']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factors_controller').default['send']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.unlocks.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/unlock'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/second_factor').unlockValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/second_factor').unlockValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/unlocks_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/unlocks_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'auth.token_checks.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/verify-token'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').verifyTokenValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').verifyTokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/token_checks_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/token_checks_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.current_session.destroy': {
    methods: ["POST"]
    pattern: '/api/v1/auth/logout'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/current_session_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/current_session_controller').default['destroy']>>>
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
  'auth.sessions.clear': {
    methods: ["DELETE"]
    pattern: '/api/v1/auth/sessions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['clear']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/sessions_controller').default['clear']>>>
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
  'auth.known_devices.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/auth/devices'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/known_devices_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/known_devices_controller').default['index']>>>
    }
  }
  'auth.known_devices.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/auth/devices/:deviceId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { deviceId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/known_devices_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/known_devices_controller').default['destroy']>>>
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
  'auth.outside_providers.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/auth/oidc'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_providers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_providers_controller').default['index']>>>
    }
  }
  'auth.outside_redirects.create': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/auth/oidc/:provider/redirect'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#auth/validators/outside').redirectValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_redirects_controller').default['create']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_redirects_controller').default['create']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.outside_redirects.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/auth/oidc/:provider/callback'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#auth/validators/outside').callbackValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_redirects_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_redirects_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.outside_log_ins.update': {
    methods: ["POST"]
    pattern: '/api/v1/auth/oidc/exchange'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/outside').exchangeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/outside').exchangeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_log_ins_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_log_ins_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.identity_links.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/oidc/link'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/outside').linkValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/outside').linkValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/identity_links_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/identity_links_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.outside_log_ins.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/oidc/:provider'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/outside').idTokenValidator)>>
      paramsTuple: [ParamValue]
      params: { provider: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/outside').idTokenValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_log_ins_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/outside_log_ins_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.identities.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/identities'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/identities_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/identities_controller').default['index']>>>
    }
  }
  'auth.identities.store': {
    methods: ["POST"]
    pattern: '/api/v1/user/identities'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/outside').identityValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/outside').identityValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/identities_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/identities_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.identities.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/user/identities/:identityId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { identityId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/identities_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/identities_controller').default['destroy']>>>
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
  'auth.passwords.update': {
    methods: ["PUT"]
    pattern: '/api/v1/user/change-password'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').changePasswordValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').changePasswordValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/passwords_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/passwords_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.step_ups.store': {
    methods: ["POST"]
    pattern: '/api/v1/auth/step-up'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/second_factor').stepUpValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/second_factor').stepUpValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/step_ups_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/step_ups_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.step_ups.send': {
    methods: ["POST"]
    pattern: '/api/v1/auth/step-up/send-code'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/second_factor').sendStepUpCodeValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/second_factor').sendStepUpCodeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/step_ups_controller').default['send']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/step_ups_controller').default['send']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.second_factor_settings.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/2fa'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factor_settings_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factor_settings_controller').default['show']>>>
    }
  }
  'auth.second_factor_settings.store': {
    methods: ["POST"]
    pattern: '/api/v1/user/enable-2fa'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/second_factor').startSecondFactorValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/second_factor').startSecondFactorValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factor_settings_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factor_settings_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.second_factor_settings.update': {
    methods: ["POST"]
    pattern: '/api/v1/user/verify-2fa'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/second_factor').confirmSecondFactorValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/second_factor').confirmSecondFactorValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factor_settings_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factor_settings_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.second_factor_settings.destroy': {
    methods: ["POST"]
    pattern: '/api/v1/user/disable-2fa'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/second_factor').disableSecondFactorValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/second_factor').disableSecondFactorValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factor_settings_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/second_factor_settings_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.recovery_codes.store': {
    methods: ["POST"]
    pattern: '/api/v1/user/recovery-codes'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/recovery_codes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/recovery_codes_controller').default['store']>>>
    }
  }
  'auth.staff.permissions.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/permissions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/permissions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/permissions_controller').default['index']>>>
    }
  }
  'auth.staff.users.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/users'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#auth/validators/staff_account').staffListValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/users_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/users_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.staff.users.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/users'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/staff_account').newStaffValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/staff_account').newStaffValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/users_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/users_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.staff.users.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/users/:userId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/staff_account').staffChangesValidator)>>
      paramsTuple: [ParamValue]
      params: { userId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/staff_account').staffChangesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/users_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/users_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.staff.users.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/admin/users/:userId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { userId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/users_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/staff/users_controller').default['destroy']>>>
    }
  }
  'auth.own_phones.update': {
    methods: ["PUT"]
    pattern: '/api/v1/user/phone'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').ownPhoneValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').ownPhoneValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/own_phones_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/own_phones_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.own_phones.store': {
    methods: ["POST"]
    pattern: '/api/v1/user/phone/confirm'
    types: {
      body: ExtractBody<InferInput<(typeof import('#auth/validators/auth').confirmOwnPhoneValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#auth/validators/auth').confirmOwnPhoneValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/own_phones_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/own_phones_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'auth.own_phones.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/user/phone'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/auth/controllers/own_phones_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/auth/controllers/own_phones_controller').default['destroy']>>>
    }
  }
  'impersonation.own.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/impersonations'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#impersonation/validators/impersonation').pageValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonation/controllers/own_impersonations_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonation/controllers/own_impersonations_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'impersonation.staff.impersonations.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/impersonate/start'
    types: {
      body: ExtractBody<InferInput<(typeof import('#impersonation/validators/impersonation').startValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#impersonation/validators/impersonation').startValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'impersonation.staff.ends.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/impersonate/end'
    types: {
      body: ExtractBody<InferInput<(typeof import('#impersonation/validators/impersonation').endValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#impersonation/validators/impersonation').endValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonation_ends_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonation_ends_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'impersonation.staff.notes.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/impersonate/add-note'
    types: {
      body: ExtractBody<InferInput<(typeof import('#impersonation/validators/impersonation').noteValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#impersonation/validators/impersonation').noteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonation_notes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonation_notes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'impersonation.staff.logs.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/impersonate/logs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#impersonation/validators/impersonation').listValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonation_logs_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonation_logs_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'impersonation.staff.logs.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/impersonate/logs/:sessionId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { sessionId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#impersonation/validators/impersonation').pageValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonation_logs_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/impersonation/controllers/staff/impersonation_logs_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'users.profiles.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/profile'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/profiles_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/profiles_controller').default['show']>>>
    }
  }
  'users.profiles.update': {
    methods: ["PUT"]
    pattern: '/api/v1/user/profile'
    types: {
      body: ExtractBody<InferInput<(typeof import('#users/validators/profile').profileValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#users/validators/profile').profileValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/profiles_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/profiles_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'users.preferences.update': {
    methods: ["PUT"]
    pattern: '/api/v1/user/preferences'
    types: {
      body: ExtractBody<InferInput<(typeof import('#users/validators/profile').preferencesValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#users/validators/profile').preferencesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/preferences_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/preferences_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'users.avatars.update': {
    methods: ["PUT"]
    pattern: '/api/v1/user/avatar'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/avatars_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/avatars_controller').default['update']>>>
    }
  }
  'users.devices.store': {
    methods: ["POST"]
    pattern: '/api/v1/user/devices'
    types: {
      body: ExtractBody<InferInput<(typeof import('#users/validators/device').deviceValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#users/validators/device').deviceValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/devices_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/devices_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'users.onboardings.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/onboarding'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/onboardings_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/onboardings_controller').default['show']>>>
    }
  }
  'users.onboardings.update': {
    methods: ["PUT"]
    pattern: '/api/v1/user/onboarding'
    types: {
      body: ExtractBody<InferInput<(typeof import('#users/validators/profile').onboardingValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#users/validators/profile').onboardingValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/onboardings_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/onboardings_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'users.addresses.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/addresses'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/addresses_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/addresses_controller').default['index']>>>
    }
  }
  'users.addresses.store': {
    methods: ["POST"]
    pattern: '/api/v1/user/addresses'
    types: {
      body: ExtractBody<InferInput<(typeof import('#users/validators/address').newAddressValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#users/validators/address').newAddressValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/addresses_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/addresses_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'users.addresses.update': {
    methods: ["PUT"]
    pattern: '/api/v1/user/addresses/:addressId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#users/validators/address').addressChangesValidator)>>
      paramsTuple: [ParamValue]
      params: { addressId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#users/validators/address').addressChangesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/addresses_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/addresses_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'users.addresses.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/user/addresses/:addressId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { addressId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/users/controllers/addresses_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/users/controllers/addresses_controller').default['destroy']>>>
    }
  }
  'notifications.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/notifications'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#notifications/validators/notification').feedValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/notifications_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'notifications.readings.update': {
    methods: ["PUT"]
    pattern: '/api/v1/user/notifications/:notificationId/read'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { notificationId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/notification_readings_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/notification_readings_controller').default['update']>>>
    }
  }
  'notifications.own_messages.emails': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/email-logs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#notifications/validators/notification').messagesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/own_messages_controller').default['emails']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/own_messages_controller').default['emails']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'notifications.own_messages.texts': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/sms-logs'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#notifications/validators/notification').messagesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/notifications/controllers/own_messages_controller').default['texts']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/notifications/controllers/own_messages_controller').default['texts']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'audit.staff.customer_action_logs.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/action-logs/customer/:customerId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#audit/validators/action_log').personActionLogsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/customer_action_logs_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/customer_action_logs_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'audit.staff.staff_action_logs.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/action-logs/:adminId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { adminId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#audit/validators/action_log').personActionLogsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/staff_action_logs_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/staff_action_logs_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'audit.staff.entries.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/audit/entries/:entryNumber'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { entryNumber: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/entries_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/entries_controller').default['show']>>>
    }
  }
  'audit.staff.verification.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/audit/verification'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#audit/validators/action_log').verificationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/verification_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/audit/controllers/staff/verification_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'regions.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/regions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#regions/validators/region').listRegionsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/regions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/regions_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'regions.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/regions/:regionId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { regionId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/regions_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/regions_controller').default['show']>>>
    }
  }
  'regions.staff.store': {
    methods: ["POST"]
    pattern: '/api/v1/regions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#regions/validators/region').createRegionValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#regions/validators/region').createRegionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/regions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/regions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'regions.staff.update': {
    methods: ["PUT"]
    pattern: '/api/v1/regions/:regionId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#regions/validators/region').updateRegionValidator)>>
      paramsTuple: [ParamValue]
      params: { regionId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#regions/validators/region').updateRegionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/regions_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/regions_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'regions.staff.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/regions/:regionId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { regionId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/regions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/regions_controller').default['destroy']>>>
    }
  }
  'regions.staff.restrictions.update': {
    methods: ["PUT"]
    pattern: '/api/v1/regions/:regionId/restrictions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#regions/validators/region').restrictionsValidator)>>
      paramsTuple: [ParamValue]
      params: { regionId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#regions/validators/region').restrictionsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/region_restrictions_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/region_restrictions_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'locations.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/locations'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#regions/validators/location').listLocationsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/locations_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/locations_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'locations.staff.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/locations'
    types: {
      body: ExtractBody<InferInput<(typeof import('#regions/validators/location').createLocationValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#regions/validators/location').createLocationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/locations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/locations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'locations.staff.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/locations/:locationId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#regions/validators/location').updateLocationValidator)>>
      paramsTuple: [ParamValue]
      params: { locationId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#regions/validators/location').updateLocationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/locations_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/locations_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'locations.staff.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/admin/locations/:locationId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { locationId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/locations_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/regions/controllers/staff/locations_controller').default['destroy']>>>
    }
  }
  'categories.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/categories'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/categories/controllers/categories_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/categories/controllers/categories_controller').default['index']>>>
    }
  }
  'categories.staff.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/categories'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/categories/controllers/staff/categories_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/categories/controllers/staff/categories_controller').default['index']>>>
    }
  }
  'categories.staff.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/categories'
    types: {
      body: ExtractBody<InferInput<(typeof import('#categories/validators/category').createCategoryValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#categories/validators/category').createCategoryValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/categories/controllers/staff/categories_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/categories/controllers/staff/categories_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'categories.staff.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/categories/:categoryId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#categories/validators/category').updateCategoryValidator)>>
      paramsTuple: [ParamValue]
      params: { categoryId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#categories/validators/category').updateCategoryValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/categories/controllers/staff/categories_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/categories/controllers/staff/categories_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'categories.staff.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/admin/categories/:categoryId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { categoryId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/categories/controllers/staff/categories_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/categories/controllers/staff/categories_controller').default['destroy']>>>
    }
  }
  'partners.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partners'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#partners/validators/discovery').discoveryValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partners_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partners_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partners.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partners/:partnerId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partners_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partners_controller').default['show']>>>
    }
  }
  'partners.portfolio.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partners/:partnerId/portfolio'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/portfolios_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/portfolios_controller').default['show']>>>
    }
  }
  'partner.profile.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/profile'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/profiles_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/profiles_controller').default['show']>>>
    }
  }
  'partner.profile.update': {
    methods: ["PUT"]
    pattern: '/api/v1/partner/profile'
    types: {
      body: ExtractBody<InferInput<(typeof import('#partners/validators/profile').profileValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#partners/validators/profile').profileValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/profiles_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/profiles_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partner.banner.update': {
    methods: ["PUT"]
    pattern: '/api/v1/partner/profile/banner'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/banners_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/banners_controller').default['update']>>>
    }
  }
  'partner.banner.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/partner/profile/banner'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/banners_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/banners_controller').default['destroy']>>>
    }
  }
  'partner.verification.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/verification'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/verifications_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/verifications_controller').default['show']>>>
    }
  }
  'partner.verification.store': {
    methods: ["POST"]
    pattern: '/api/v1/partner/verification'
    types: {
      body: ExtractBody<InferInput<(typeof import('#partners/validators/verification').submitVerificationValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#partners/validators/verification').submitVerificationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/verifications_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/verifications_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partner.verification_documents.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/verification/documents/:documentId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { documentId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#core/validation/file').fileVariantValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/verification_documents_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/verification_documents_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partner.portfolio.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/portfolio'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_entries_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_entries_controller').default['index']>>>
    }
  }
  'partner.portfolio.store': {
    methods: ["POST"]
    pattern: '/api/v1/partner/portfolio'
    types: {
      body: ExtractBody<InferInput<(typeof import('#partners/validators/profile').portfolioEntryValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#partners/validators/profile').portfolioEntryValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_entries_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_entries_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partner.portfolio_order.update': {
    methods: ["PUT"]
    pattern: '/api/v1/partner/portfolio/order'
    types: {
      body: ExtractBody<InferInput<(typeof import('#partners/validators/profile').portfolioOrderValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#partners/validators/profile').portfolioOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_orders_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_orders_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partner.portfolio.update': {
    methods: ["PUT"]
    pattern: '/api/v1/partner/portfolio/:entryId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#partners/validators/profile').portfolioChangeValidator)>>
      paramsTuple: [ParamValue]
      params: { entryId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#partners/validators/profile').portfolioChangeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_entries_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_entries_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partner.portfolio.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/partner/portfolio/:entryId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { entryId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_entries_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/partner/portfolio_entries_controller').default['destroy']>>>
    }
  }
  'admin.verifications.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/verifications'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#partners/validators/verification').listVerificationsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/verifications_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/verifications_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.verifications.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/verifications/:partnerId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/verifications_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/verifications_controller').default['show']>>>
    }
  }
  'admin.verification_documents.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/verifications/:partnerId/documents/:documentId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { partnerId: ParamValue; documentId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#core/validation/file').fileVariantValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/verification_documents_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/verification_documents_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.verifications.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/verify/:partnerId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#partners/validators/verification').verdictValidator)>>
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#partners/validators/verification').verdictValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/verifications_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/verifications_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.featured_partners.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/partners/:partnerId/feature'
    types: {
      body: ExtractBody<InferInput<(typeof import('#partners/validators/verification').featureValidator)>>
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#partners/validators/verification').featureValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/featured_partners_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/partners/controllers/staff/featured_partners_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.commission_rules.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/commission-rules'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/ledger/controllers/staff/commission_rules_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ledger/controllers/staff/commission_rules_controller').default['index']>>>
    }
  }
  'admin.commission_rules.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/commission-rules'
    types: {
      body: ExtractBody<InferInput<(typeof import('#ledger/validators/commission_rule').commissionRulesValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#ledger/validators/commission_rule').commissionRulesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/ledger/controllers/staff/commission_rules_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/ledger/controllers/staff/commission_rules_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
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
  'inquiries.partner.leads.index': {
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
  'inquiries.partner.leads.show': {
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
  'inquiries.partner.responses.store': {
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
  'inquiries.partner.refusals.store': {
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
  'inquiries.staff.inquiries.index': {
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
  'inquiries.staff.matchings.store': {
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
  'partner.shipping_rates.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/shipping-rates'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/partner/shipping_rates_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/partner/shipping_rates_controller').default['index']>>>
    }
  }
  'partner.shipping_rates.update': {
    methods: ["PUT"]
    pattern: '/api/v1/partner/shipping-rates'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/shipping_rate').shippingRatesValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/shipping_rate').shippingRatesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/partner/shipping_rates_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/partner/shipping_rates_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'coupons.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/coupons'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#coupons/validators/coupon').listCouponsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'coupons.store': {
    methods: ["POST"]
    pattern: '/api/v1/coupons'
    types: {
      body: ExtractBody<InferInput<(typeof import('#coupons/validators/coupon').createCouponValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#coupons/validators/coupon').createCouponValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'coupons.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/coupons/:couponId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { couponId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['show']>>>
    }
  }
  'coupons.update': {
    methods: ["PUT"]
    pattern: '/api/v1/coupons/:couponId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#coupons/validators/coupon').updateCouponValidator)>>
      paramsTuple: [ParamValue]
      params: { couponId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#coupons/validators/coupon').updateCouponValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'coupons.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/coupons/:couponId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { couponId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/coupons/controllers/coupons_controller').default['destroy']>>>
    }
  }
  'coupons.redemptions.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/coupons/:couponId/redemptions'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { couponId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#coupons/validators/coupon').listRedemptionsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/coupons/controllers/redemptions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/coupons/controllers/redemptions_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'carts.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/cart'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#carts/validators/cart').showCartValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/carts/controllers/carts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/carts/controllers/carts_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'carts.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/cart'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/carts/controllers/carts_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/carts/controllers/carts_controller').default['destroy']>>>
    }
  }
  'carts.counts.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/cart/count'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_counts_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_counts_controller').default['show']>>>
    }
  }
  'carts.items.store': {
    methods: ["POST"]
    pattern: '/api/v1/cart/items'
    types: {
      body: ExtractBody<InferInput<(typeof import('#carts/validators/cart').addItemValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#carts/validators/cart').addItemValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_items_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_items_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'carts.items.update': {
    methods: ["PUT"]
    pattern: '/api/v1/cart/items/:itemId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#carts/validators/cart').changeItemValidator)>>
      paramsTuple: [ParamValue]
      params: { itemId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#carts/validators/cart').changeItemValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_items_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_items_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'carts.items.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/cart/items/:itemId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { itemId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_items_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_items_controller').default['destroy']>>>
    }
  }
  'carts.coupons.update': {
    methods: ["PUT"]
    pattern: '/api/v1/cart/coupon'
    types: {
      body: ExtractBody<InferInput<(typeof import('#carts/validators/cart').applyCouponValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#carts/validators/cart').applyCouponValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_coupons_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_coupons_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'carts.coupons.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/cart/coupon'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_coupons_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/carts/controllers/cart_coupons_controller').default['destroy']>>>
    }
  }
  'orders.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/orders'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#orders/validators/order').listOrdersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.store': {
    methods: ["POST"]
    pattern: '/api/v1/orders'
    types: {
      body: ExtractBody<InferInput<(typeof import('#orders/validators/order').placeOrderValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#orders/validators/order').placeOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/orders/:orderId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { orderId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/orders_controller').default['show']>>>
    }
  }
  'orders.cancellations.store': {
    methods: ["POST"]
    pattern: '/api/v1/orders/:orderId/cancel'
    types: {
      body: ExtractBody<InferInput<(typeof import('#orders/validators/order').cancelOrderValidator)>>
      paramsTuple: [ParamValue]
      params: { orderId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#orders/validators/order').cancelOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/order_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/order_cancellations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.statuses.update': {
    methods: ["PUT"]
    pattern: '/api/v1/orders/:orderId/status'
    types: {
      body: ExtractBody<InferInput<(typeof import('#orders/validators/order').orderStepValidator)>>
      paramsTuple: [ParamValue]
      params: { orderId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#orders/validators/order').orderStepValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/order_statuses_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/order_statuses_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.invoices.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/orders/:orderId/invoice'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { orderId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/order_invoices_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/order_invoices_controller').default['show']>>>
    }
  }
  'orders.submissions.update': {
    methods: ["PUT"]
    pattern: '/api/v1/orders/:orderId/submissions/:submissionId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#orders/validators/submission').answerSubmissionValidator)>>
      paramsTuple: [ParamValue, ParamValue]
      params: { orderId: ParamValue; submissionId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#orders/validators/submission').answerSubmissionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/submissions_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/submissions_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.submission_files.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/orders/:orderId/submissions/:submissionId/files/:fileId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue, ParamValue]
      params: { orderId: ParamValue; submissionId: ParamValue; fileId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#core/validation/file').fileVariantValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/submission_files_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/submission_files_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.partner.orders.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/orders'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#orders/validators/order').listPartnerOrdersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/partner/orders_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/partner/orders_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.partner.orders.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/orders/:partnerOrderId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerOrderId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/partner/orders_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/partner/orders_controller').default['show']>>>
    }
  }
  'orders.partner.statuses.update': {
    methods: ["PUT"]
    pattern: '/api/v1/partner/orders/:partnerOrderId/status'
    types: {
      body: ExtractBody<InferInput<(typeof import('#orders/validators/order').stepValidator)>>
      paramsTuple: [ParamValue]
      params: { partnerOrderId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#orders/validators/order').stepValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/partner/order_statuses_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/partner/order_statuses_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.partner.submissions.store': {
    methods: ["POST"]
    pattern: '/api/v1/partner/orders/:partnerOrderId/submissions'
    types: {
      body: ExtractBody<InferInput<(typeof import('#orders/validators/submission').submitWorkValidator)>>
      paramsTuple: [ParamValue]
      params: { partnerOrderId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#orders/validators/submission').submitWorkValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/partner/submissions_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/partner/submissions_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.staff.orders.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/orders'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#orders/validators/order').listAllOrdersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/staff/orders_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/staff/orders_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.staff.orders.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/orders'
    types: {
      body: ExtractBody<InferInput<(typeof import('#orders/validators/order').manualOrderValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#orders/validators/order').manualOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/staff/orders_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/staff/orders_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.staff.notes.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/orders/:orderId/notes'
    types: {
      body: ExtractBody<InferInput<(typeof import('#orders/validators/order').noteOrderValidator)>>
      paramsTuple: [ParamValue]
      params: { orderId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#orders/validators/order').noteOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/staff/order_notes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/staff/order_notes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'orders.staff.exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/orders/export'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#orders/validators/order').exportOrdersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/orders/controllers/staff/order_exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/orders/controllers/staff/order_exports_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.requests.store': {
    methods: ["POST"]
    pattern: '/api/v1/orders/:orderId/refund-requests'
    types: {
      body: ExtractBody<InferInput<(typeof import('#refunds/validators/refund').askForRefundValidator)>>
      paramsTuple: [ParamValue]
      params: { orderId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#refunds/validators/refund').askForRefundValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/refund_requests_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/refund_requests_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.disputes.store': {
    methods: ["POST"]
    pattern: '/api/v1/orders/:orderId/disputes'
    types: {
      body: ExtractBody<InferInput<(typeof import('#refunds/validators/refund').disputeValidator)>>
      paramsTuple: [ParamValue]
      params: { orderId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#refunds/validators/refund').disputeValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/disputes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/disputes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.partner.requests.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/refund-requests'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#refunds/validators/refund').listOwnRequestsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/partner/refund_requests_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/partner/refund_requests_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.partner.requests.update': {
    methods: ["PUT"]
    pattern: '/api/v1/partner/refund-requests/:requestId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#refunds/validators/refund').answerValidator)>>
      paramsTuple: [ParamValue]
      params: { requestId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#refunds/validators/refund').answerValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/partner/refund_requests_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/partner/refund_requests_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.staff.refunds.store': {
    methods: ["POST"]
    pattern: '/api/v1/orders/:orderId/refund'
    types: {
      body: ExtractBody<InferInput<(typeof import('#refunds/validators/refund').refundValidator)>>
      paramsTuple: [ParamValue]
      params: { orderId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#refunds/validators/refund').refundValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refunds_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refunds_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.staff.refunds.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/refunds'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#refunds/validators/refund').listRefundsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refunds_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refunds_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.staff.refunds.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/refunds/:refundId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { refundId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refunds_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refunds_controller').default['show']>>>
    }
  }
  'refunds.staff.retries.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/refunds/:refundId/retry'
    types: {
      body: ExtractBody<InferInput<(typeof import('#refunds/validators/refund').retryValidator)>>
      paramsTuple: [ParamValue]
      params: { refundId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#refunds/validators/refund').retryValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refund_retries_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refund_retries_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.staff.payments.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/payments/:paymentId/refund'
    types: {
      body: ExtractBody<InferInput<(typeof import('#refunds/validators/refund').refundPaymentValidator)>>
      paramsTuple: [ParamValue]
      params: { paymentId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#refunds/validators/refund').refundPaymentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/payment_refunds_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/payment_refunds_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.staff.requests.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/refund-requests'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#refunds/validators/refund').listRequestsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refund_requests_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refund_requests_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.staff.requests.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/refund-requests/:requestId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { requestId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refund_requests_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refund_requests_controller').default['show']>>>
    }
  }
  'refunds.staff.requests.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/refund-requests/:requestId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#refunds/validators/refund').decisionValidator)>>
      paramsTuple: [ParamValue]
      params: { requestId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#refunds/validators/refund').decisionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refund_requests_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/refund_requests_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.staff.disputes.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/disputes'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#refunds/validators/refund').listDisputesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/disputes_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/disputes_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'refunds.staff.disputes.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/disputes/:disputeId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { disputeId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/disputes_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/disputes_controller').default['show']>>>
    }
  }
  'refunds.staff.disputes.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/disputes/:disputeId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#refunds/validators/refund').resolutionValidator)>>
      paramsTuple: [ParamValue]
      params: { disputeId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#refunds/validators/refund').resolutionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/disputes_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/refunds/controllers/staff/disputes_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.intents.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/intents'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/payment').startPaymentValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/payment').startPaymentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/payment_intents_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/payment_intents_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.sandbox.confirmations.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/sandbox/:paymentId/confirm'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/payment').confirmSandboxPaymentValidator)>>
      paramsTuple: [ParamValue]
      params: { paymentId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/payment').confirmSandboxPaymentValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/sandbox_confirmations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/sandbox_confirmations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.stripe.checkouts.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/stripe/checkout'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/vendor_payment').payOrderValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/vendor_payment').payOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/stripe_checkouts_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/stripe_checkouts_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.paypal.orders.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/paypal/orders'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/vendor_payment').payOrderValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/vendor_payment').payOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/paypal_orders_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/paypal_orders_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.paypal.captures.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/paypal/capture'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/vendor_payment').capturePaypalValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/vendor_payment').capturePaypalValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/paypal_captures_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/paypal_captures_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.razorpay.orders.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/razorpay/orders'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/vendor_payment').payOrderValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/vendor_payment').payOrderValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/razorpay_orders_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/razorpay_orders_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.razorpay.verifications.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/razorpay/verify'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/vendor_payment').verifyRazorpayValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/vendor_payment').verifyRazorpayValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/razorpay_verifications_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/razorpay_verifications_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/payments'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#payments/validators/payment').listPaymentsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/payments_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/payments_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.webhooks.stripe': {
    methods: ["POST"]
    pattern: '/api/v1/payments/webhooks/stripe'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/webhooks_controller').default['stripe']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/webhooks_controller').default['stripe']>>>
    }
  }
  'payments.webhooks.paypal': {
    methods: ["POST"]
    pattern: '/api/v1/payments/webhooks/paypal'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/webhooks_controller').default['paypal']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/webhooks_controller').default['paypal']>>>
    }
  }
  'payments.webhooks.razorpay': {
    methods: ["POST"]
    pattern: '/api/v1/payments/webhooks/razorpay'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/webhooks_controller').default['razorpay']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/webhooks_controller').default['razorpay']>>>
    }
  }
  'payments.webhooks.sandbox': {
    methods: ["POST"]
    pattern: '/api/v1/payments/webhooks/sandbox'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/webhooks_controller').default['sandbox']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/webhooks_controller').default['sandbox']>>>
    }
  }
  'payments.staff.payments.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/payments'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#payments/validators/payment').listStaffPaymentsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/payments_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/payments_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.staff.payments.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/payments/:paymentId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { paymentId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/payments_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/payments_controller').default['show']>>>
    }
  }
  'payments.staff.payment_syncs.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/payments/:paymentId/sync'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { paymentId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/payment_syncs_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/payment_syncs_controller').default['store']>>>
    }
  }
  'payments.staff.reconciliations.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/payments/reconcile'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/payment').reconcileValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/payment').reconcileValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/reconciliations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/reconciliations_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.staff.links.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/links'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/payment').createLinkValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/payment').createLinkValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/links_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/links_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.staff.links.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/payments/links/:linkId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { linkId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/links_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/links_controller').default['show']>>>
    }
  }
  'payments.staff.link_qr_codes.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/payments/links/:linkId/qr-code'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { linkId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#payments/validators/payment').drawLinkValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/link_qr_codes_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/link_qr_codes_controller').default['show']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.staff.link_cancellations.store': {
    methods: ["PUT"]
    pattern: '/api/v1/payments/links/:linkId/cancel'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { linkId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/link_cancellations_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/link_cancellations_controller').default['store']>>>
    }
  }
  'payments.staff.qr_codes.store': {
    methods: ["POST"]
    pattern: '/api/v1/payments/qr-codes'
    types: {
      body: ExtractBody<InferInput<(typeof import('#payments/validators/payment').createLinkValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#payments/validators/payment').createLinkValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/qr_codes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/qr_codes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.staff.webhook_events.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/webhook-events'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#payments/validators/payment').listWebhookEventsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/webhook_events_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/webhook_events_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'payments.staff.webhook_events.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/webhook-events/:eventId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { eventId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/webhook_events_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/webhook_events_controller').default['show']>>>
    }
  }
  'payments.staff.webhook_replays.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/webhook-events/:eventId/replay'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { eventId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/webhook_replays_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/payments/controllers/staff/webhook_replays_controller').default['store']>>>
    }
  }
  'withdrawals.partner.balances.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/balance'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/balances_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/balances_controller').default['show']>>>
    }
  }
  'withdrawals.partner.transactions.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/transactions'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#withdrawals/validators/withdrawal').statementValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/transactions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/transactions_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'withdrawals.partner.withdrawals.store': {
    methods: ["POST"]
    pattern: '/api/v1/partner/withdrawals'
    types: {
      body: ExtractBody<InferInput<(typeof import('#withdrawals/validators/withdrawal').requestWithdrawalValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#withdrawals/validators/withdrawal').requestWithdrawalValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/withdrawals_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/withdrawals_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'withdrawals.partner.withdrawals.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partner/withdrawals'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#withdrawals/validators/withdrawal').listOwnWithdrawalsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/withdrawals_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/withdrawals_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'withdrawals.partner.withdrawals.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/partner/withdrawals/:withdrawalId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { withdrawalId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/withdrawals_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/partner/withdrawals_controller').default['destroy']>>>
    }
  }
  'withdrawals.staff.balances.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/partners/:partnerId/balance'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/balances_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/balances_controller').default['show']>>>
    }
  }
  'withdrawals.staff.transactions.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/partners/:partnerId/transactions'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#withdrawals/validators/withdrawal').statementValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/transactions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/transactions_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'withdrawals.staff.withdrawals.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/withdrawals'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#withdrawals/validators/withdrawal').listWithdrawalsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/withdrawals_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/withdrawals_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'withdrawals.staff.withdrawals.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/withdrawals/:withdrawalId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { withdrawalId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/withdrawals_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/withdrawals_controller').default['show']>>>
    }
  }
  'withdrawals.staff.withdrawals.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/withdrawals/:withdrawalId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#withdrawals/validators/withdrawal').reviewValidator)>>
      paramsTuple: [ParamValue]
      params: { withdrawalId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#withdrawals/validators/withdrawal').reviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/withdrawals_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/withdrawals/controllers/staff/withdrawals_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partners.products.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partners/:partnerId/products'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#catalogue/validators/list').partnerListingsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/partner_products_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/partner_products_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'partners.packages.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partners/:partnerId/packages'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#catalogue/validators/list').partnerListingsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/partner_packages_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/partner_packages_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'products.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/products'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#catalogue/validators/list').listProductsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'products.search': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/products/search'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#catalogue/validators/list').searchProductsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['search']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['search']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'products.category': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/products/category/:category'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { category: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#catalogue/validators/list').categoryProductsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['category']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['category']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'products.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/products/:productId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { productId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['show']>>>
    }
  }
  'products.store': {
    methods: ["POST"]
    pattern: '/api/v1/products'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/product').newProductValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/product').newProductValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'products.update': {
    methods: ["PUT"]
    pattern: '/api/v1/products/:productId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/product').changedProductValidator)>>
      paramsTuple: [ParamValue]
      params: { productId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/product').changedProductValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'products.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/products/:productId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { productId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/products_controller').default['destroy']>>>
    }
  }
  'products.status.update': {
    methods: ["PUT"]
    pattern: '/api/v1/products/:productId/toggle-status'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/product').toggleValidator)>>
      paramsTuple: [ParamValue]
      params: { productId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/product').toggleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/product_statuses_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/product_statuses_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'variants.store': {
    methods: ["POST"]
    pattern: '/api/v1/products/:productId/variants'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/product').newVariantValidator)>>
      paramsTuple: [ParamValue]
      params: { productId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/product').newVariantValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/variants_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/variants_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'variants.update': {
    methods: ["PUT"]
    pattern: '/api/v1/variants/:variantId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/product').changedVariantValidator)>>
      paramsTuple: [ParamValue]
      params: { variantId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/product').changedVariantValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/variants_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/variants_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'variants.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/variants/:variantId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { variantId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/variants_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/variants_controller').default['destroy']>>>
    }
  }
  'variants.stock.update': {
    methods: ["PUT"]
    pattern: '/api/v1/variants/:variantId/stock'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/product').stockValidator)>>
      paramsTuple: [ParamValue]
      params: { variantId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/product').stockValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/variant_stocks_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/variant_stocks_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'products.images.store': {
    methods: ["POST"]
    pattern: '/api/v1/products/:productId/images'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { productId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['store']>>>
    }
  }
  'products.images.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/products/:productId/images/:imageId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { productId: ParamValue; imageId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['destroy']>>>
    }
  }
  'packages.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/packages'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#catalogue/validators/list').listPackagesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'packages.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/packages/:packageId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { packageId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['show']>>>
    }
  }
  'packages.store': {
    methods: ["POST"]
    pattern: '/api/v1/packages'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/package').newPackageValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/package').newPackageValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'packages.update': {
    methods: ["PUT"]
    pattern: '/api/v1/packages/:packageId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/package').changedPackageValidator)>>
      paramsTuple: [ParamValue]
      params: { packageId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/package').changedPackageValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'packages.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/packages/:packageId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { packageId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/packages_controller').default['destroy']>>>
    }
  }
  'packages.status.update': {
    methods: ["PUT"]
    pattern: '/api/v1/packages/:packageId/toggle-status'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/product').toggleValidator)>>
      paramsTuple: [ParamValue]
      params: { packageId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/product').toggleValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/package_statuses_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/package_statuses_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'packages.images.store': {
    methods: ["POST"]
    pattern: '/api/v1/packages/:packageId/images'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { packageId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['store']>>>
    }
  }
  'packages.images.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/packages/:packageId/images/:imageId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { packageId: ParamValue; imageId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['destroy']>>>
    }
  }
  'events.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/events'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#catalogue/validators/list').listEventsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'events.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/events/:eventId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { eventId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['show']>>>
    }
  }
  'events.store': {
    methods: ["POST"]
    pattern: '/api/v1/events'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/event').newEventValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/event').newEventValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'events.update': {
    methods: ["PUT"]
    pattern: '/api/v1/events/:eventId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/event').changedEventValidator)>>
      paramsTuple: [ParamValue]
      params: { eventId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/event').changedEventValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'events.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/events/:eventId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { eventId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/events_controller').default['destroy']>>>
    }
  }
  'events.images.store': {
    methods: ["POST"]
    pattern: '/api/v1/events/:eventId/images'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { eventId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['store']>>>
    }
  }
  'events.images.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/events/:eventId/images/:imageId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { eventId: ParamValue; imageId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/listing_images_controller').default['destroy']>>>
    }
  }
  'admin.listings.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/listings'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#catalogue/validators/list').listStaffListingsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/staff/listings_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/staff/listings_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.listings.moderation.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/listings/:listingId/moderate'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/moderation').moderationValidator)>>
      paramsTuple: [ParamValue]
      params: { listingId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/moderation').moderationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/staff/listing_moderations_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/staff/listing_moderations_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.featured_listings.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/listings/:listingId/feature'
    types: {
      body: ExtractBody<InferInput<(typeof import('#catalogue/validators/moderation').featureValidator)>>
      paramsTuple: [ParamValue]
      params: { listingId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#catalogue/validators/moderation').featureValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/catalogue/controllers/staff/featured_listings_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/catalogue/controllers/staff/featured_listings_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reviews.products.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/products/:productId/reviews'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { productId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#reviews/validators/review').listPublicReviewsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/public_reviews_controller').default['product']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/public_reviews_controller').default['product']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reviews.packages.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/packages/:packageId/reviews'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { packageId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#reviews/validators/review').listPublicReviewsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/public_reviews_controller').default['package']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/public_reviews_controller').default['package']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reviews.events.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/events/:eventId/reviews'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { eventId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#reviews/validators/review').listPublicReviewsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/public_reviews_controller').default['event']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/public_reviews_controller').default['event']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reviews.partners.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/partners/:partnerId/reviews'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { partnerId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#reviews/validators/review').listPublicReviewsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/public_reviews_controller').default['partner']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/public_reviews_controller').default['partner']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reviews.store': {
    methods: ["POST"]
    pattern: '/api/v1/reviews'
    types: {
      body: ExtractBody<InferInput<(typeof import('#reviews/validators/review').publishReviewValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#reviews/validators/review').publishReviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/reviews_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/reviews_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reviews.update': {
    methods: ["PUT"]
    pattern: '/api/v1/reviews/:reviewId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#reviews/validators/review').editReviewValidator)>>
      paramsTuple: [ParamValue]
      params: { reviewId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#reviews/validators/review').editReviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/reviews_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/reviews_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reviews.reports.store': {
    methods: ["POST"]
    pattern: '/api/v1/reviews/:reviewId/report'
    types: {
      body: ExtractBody<InferInput<(typeof import('#reviews/validators/review').reportReviewValidator)>>
      paramsTuple: [ParamValue]
      params: { reviewId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#reviews/validators/review').reportReviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/review_reports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/review_reports_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'reviews.replies.store': {
    methods: ["POST"]
    pattern: '/api/v1/reviews/:reviewId/reply'
    types: {
      body: ExtractBody<InferInput<(typeof import('#reviews/validators/review').replyValidator)>>
      paramsTuple: [ParamValue]
      params: { reviewId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#reviews/validators/review').replyValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/partner/review_replies_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/partner/review_replies_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.reviews.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/reviews'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#reviews/validators/review').listStaffReviewsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/staff/reviews_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/staff/reviews_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.reviews.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/reviews/:reviewId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { reviewId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/staff/reviews_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/staff/reviews_controller').default['show']>>>
    }
  }
  'admin.reviews.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/reviews/:reviewId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#reviews/validators/review').moderateReviewValidator)>>
      paramsTuple: [ParamValue]
      params: { reviewId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#reviews/validators/review').moderateReviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/staff/reviews_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/staff/reviews_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'admin.reviews.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/admin/reviews/:reviewId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#reviews/validators/review').removeReviewValidator)>>
      paramsTuple: [ParamValue]
      params: { reviewId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#reviews/validators/review').removeReviewValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/reviews/controllers/staff/reviews_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/reviews/controllers/staff/reviews_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'integrity.staff.integrity.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/integrity'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/integrity/controllers/staff/integrity_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/integrity/controllers/staff/integrity_controller').default['show']>>>
    }
  }
  'analytics.staff.stats.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/stats'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/analytics/controllers/staff/stats_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/analytics/controllers/staff/stats_controller').default['show']>>>
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
  'clients.customers.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/customers'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#clients/validators/customer').listCustomersValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customers_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customers_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.customers.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/customers/:customerId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customers_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customers_controller').default['show']>>>
    }
  }
  'clients.customers.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/customers/:customerId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#clients/validators/customer').customerChangesValidator)>>
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#clients/validators/customer').customerChangesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customers_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customers_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.customers.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/admin/customers/:customerId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#clients/validators/customer').deletionValidator)>>
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#clients/validators/customer').deletionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customers_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customers_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.account_statuses.suspend': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/customers/:customerId/suspend'
    types: {
      body: ExtractBody<InferInput<(typeof import('#clients/validators/customer').suspensionValidator)>>
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#clients/validators/customer').suspensionValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/account_statuses_controller').default['suspend']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/account_statuses_controller').default['suspend']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.account_statuses.activate': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/customers/:customerId/activate'
    types: {
      body: ExtractBody<InferInput<(typeof import('#clients/validators/customer').activationValidator)>>
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#clients/validators/customer').activationValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/account_statuses_controller').default['activate']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/account_statuses_controller').default['activate']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.account_statuses.ban': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/customers/:customerId/ban'
    types: {
      body: ExtractBody<InferInput<(typeof import('#clients/validators/customer').banValidator)>>
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#clients/validators/customer').banValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/account_statuses_controller').default['ban']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/account_statuses_controller').default['ban']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.customer_mails.store': {
    methods: ["POST"]
    pattern: '/api/v1/admin/customers/:customerId/send-email'
    types: {
      body: ExtractBody<InferInput<(typeof import('#clients/validators/customer').customMailValidator)>>
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#clients/validators/customer').customMailValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_mails_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_mails_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.customer_mails.reset': {
    methods: ["POST"]
    pattern: '/api/v1/admin/customers/:customerId/reset-password'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_mails_controller').default['reset']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_mails_controller').default['reset']>>>
    }
  }
  'clients.email_verifications.update': {
    methods: ["PUT"]
    pattern: '/api/v1/admin/customers/:customerId/verify-email'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/email_verifications_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/email_verifications_controller').default['update']>>>
    }
  }
  'clients.customer_sessions.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/admin/customers/:customerId/sessions'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_sessions_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_sessions_controller').default['index']>>>
    }
  }
  'clients.customer_sessions.clear': {
    methods: ["DELETE"]
    pattern: '/api/v1/admin/customers/:customerId/sessions'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_sessions_controller').default['clear']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_sessions_controller').default['clear']>>>
    }
  }
  'clients.customer_sessions.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/admin/customers/:customerId/sessions/:sessionId'
    types: {
      body: {}
      paramsTuple: [ParamValue, ParamValue]
      params: { customerId: ParamValue; sessionId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_sessions_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/customer_sessions_controller').default['destroy']>>>
    }
  }
  'clients.notes.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/notes/customer/:customerId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQueryForGet<InferInput<(typeof import('#clients/validators/note').listNotesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/notes_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/notes_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.notes.store': {
    methods: ["POST"]
    pattern: '/api/v1/notes/customer/:customerId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#clients/validators/note').newNoteValidator)>>
      paramsTuple: [ParamValue]
      params: { customerId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#clients/validators/note').newNoteValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/notes_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/notes_controller').default['store']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.notes.update': {
    methods: ["PUT"]
    pattern: '/api/v1/notes/:noteId'
    types: {
      body: ExtractBody<InferInput<(typeof import('#clients/validators/note').noteChangesValidator)>>
      paramsTuple: [ParamValue]
      params: { noteId: ParamValue }
      query: ExtractQuery<InferInput<(typeof import('#clients/validators/note').noteChangesValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/notes_controller').default['update']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/notes_controller').default['update']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'clients.notes.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/notes/:noteId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { noteId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/clients/controllers/notes_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/clients/controllers/notes_controller').default['destroy']>>>
    }
  }
  'privacy.exports.store': {
    methods: ["POST"]
    pattern: '/api/v1/user/account/export'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/privacy/controllers/exports_controller').default['store']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/privacy/controllers/exports_controller').default['store']>>>
    }
  }
  'privacy.exports.index': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/account/exports'
    types: {
      body: {}
      paramsTuple: []
      params: {}
      query: ExtractQueryForGet<InferInput<(typeof import('#privacy/validators/privacy').listExportsValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/privacy/controllers/exports_controller').default['index']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/privacy/controllers/exports_controller').default['index']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
  'privacy.exports.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/account/exports/:exportId'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { exportId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/privacy/controllers/exports_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/privacy/controllers/exports_controller').default['show']>>>
    }
  }
  'privacy.export_downloads.show': {
    methods: ["GET","HEAD"]
    pattern: '/api/v1/user/account/exports/:exportId/download'
    types: {
      body: {}
      paramsTuple: [ParamValue]
      params: { exportId: ParamValue }
      query: {}
      response: ExtractResponse<Awaited<ReturnType<import('#app/privacy/controllers/export_downloads_controller').default['show']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/privacy/controllers/export_downloads_controller').default['show']>>>
    }
  }
  'privacy.accounts.destroy': {
    methods: ["DELETE"]
    pattern: '/api/v1/user/account'
    types: {
      body: ExtractBody<InferInput<(typeof import('#privacy/validators/privacy').deleteAccountValidator)>>
      paramsTuple: []
      params: {}
      query: ExtractQuery<InferInput<(typeof import('#privacy/validators/privacy').deleteAccountValidator)>>
      response: ExtractResponse<Awaited<ReturnType<import('#app/privacy/controllers/accounts_controller').default['destroy']>>>
      errorResponse: ExtractErrorResponse<Awaited<ReturnType<import('#app/privacy/controllers/accounts_controller').default['destroy']>>> | { status: 422; response: { errors: SimpleError[] } }
    }
  }
}
