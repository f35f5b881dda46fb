import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'auth.registrations.store': { paramsTuple?: []; params?: {} }
    'auth.registrations.update': { paramsTuple?: []; params?: {} }
    'auth.registrations.resend': { paramsTuple?: []; params?: {} }
    'auth.sessions.store': { paramsTuple?: []; params?: {} }
    'auth.sessions.verify': { paramsTuple?: []; params?: {} }
    'auth.sessions.update': { paramsTuple?: []; params?: {} }
    'auth.sessions.check': { paramsTuple?: []; params?: {} }
    'auth.sessions.logout': { paramsTuple?: []; params?: {} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
    'auth.sessions.destroy': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
    'auth.phone_codes.store': { paramsTuple?: []; params?: {} }
    'auth.phone_codes.update': { paramsTuple?: []; params?: {} }
    'auth.password_resets.store': { paramsTuple?: []; params?: {} }
    'auth.password_resets.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'regions.index': { paramsTuple?: []; params?: {} }
    'regions.show': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'regions.staff.store': { paramsTuple?: []; params?: {} }
    'regions.staff.update': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'regions.staff.destroy': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'regions.staff.restrictions.update': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.index': { paramsTuple?: []; params?: {} }
    'locations.staff.store': { paramsTuple?: []; params?: {} }
    'locations.staff.update': { paramsTuple: [ParamValue]; params: {'locationId': ParamValue} }
    'locations.staff.destroy': { paramsTuple: [ParamValue]; params: {'locationId': ParamValue} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.staff.index': { paramsTuple?: []; params?: {} }
    'categories.staff.store': { paramsTuple?: []; params?: {} }
    'categories.staff.update': { paramsTuple: [ParamValue]; params: {'categoryId': ParamValue} }
    'categories.staff.destroy': { paramsTuple: [ParamValue]; params: {'categoryId': ParamValue} }
    'analytics.staff.stats.show': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
    'regions.index': { paramsTuple?: []; params?: {} }
    'regions.show': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.index': { paramsTuple?: []; params?: {} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.staff.index': { paramsTuple?: []; params?: {} }
    'analytics.staff.stats.show': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
    'regions.index': { paramsTuple?: []; params?: {} }
    'regions.show': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.index': { paramsTuple?: []; params?: {} }
    'categories.index': { paramsTuple?: []; params?: {} }
    'categories.staff.index': { paramsTuple?: []; params?: {} }
    'analytics.staff.stats.show': { paramsTuple?: []; params?: {} }
  }
  POST: {
    'auth.registrations.store': { paramsTuple?: []; params?: {} }
    'auth.registrations.update': { paramsTuple?: []; params?: {} }
    'auth.registrations.resend': { paramsTuple?: []; params?: {} }
    'auth.sessions.store': { paramsTuple?: []; params?: {} }
    'auth.sessions.verify': { paramsTuple?: []; params?: {} }
    'auth.sessions.update': { paramsTuple?: []; params?: {} }
    'auth.sessions.check': { paramsTuple?: []; params?: {} }
    'auth.sessions.logout': { paramsTuple?: []; params?: {} }
    'auth.phone_codes.store': { paramsTuple?: []; params?: {} }
    'auth.phone_codes.update': { paramsTuple?: []; params?: {} }
    'auth.password_resets.store': { paramsTuple?: []; params?: {} }
    'auth.password_resets.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'regions.staff.store': { paramsTuple?: []; params?: {} }
    'locations.staff.store': { paramsTuple?: []; params?: {} }
    'categories.staff.store': { paramsTuple?: []; params?: {} }
  }
  DELETE: {
    'auth.sessions.destroy': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
    'regions.staff.destroy': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.staff.destroy': { paramsTuple: [ParamValue]; params: {'locationId': ParamValue} }
    'categories.staff.destroy': { paramsTuple: [ParamValue]; params: {'categoryId': ParamValue} }
  }
  PUT: {
    'regions.staff.update': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'regions.staff.restrictions.update': { paramsTuple: [ParamValue]; params: {'regionId': ParamValue} }
    'locations.staff.update': { paramsTuple: [ParamValue]; params: {'locationId': ParamValue} }
    'categories.staff.update': { paramsTuple: [ParamValue]; params: {'categoryId': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}