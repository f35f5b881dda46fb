import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'docs.index': { paramsTuple?: []; params?: {} }
    'docs.show': { paramsTuple: [ParamValue]; params: {'asset': ParamValue} }
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
  }
  GET: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'docs.index': { paramsTuple?: []; params?: {} }
    'docs.show': { paramsTuple: [ParamValue]; params: {'asset': ParamValue} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'docs.index': { paramsTuple?: []; params?: {} }
    'docs.show': { paramsTuple: [ParamValue]; params: {'asset': ParamValue} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
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
  }
  DELETE: {
    'auth.sessions.destroy': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}