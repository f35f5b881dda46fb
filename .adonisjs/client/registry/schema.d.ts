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
}
