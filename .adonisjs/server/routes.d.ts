import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'files.show': { paramsTuple: [ParamValue]; params: {'fileId': ParamValue} }
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
    'partners.index': { paramsTuple?: []; params?: {} }
    'partners.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.portfolio.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partner.profile.show': { paramsTuple?: []; params?: {} }
    'partner.profile.update': { paramsTuple?: []; params?: {} }
    'partner.banner.update': { paramsTuple?: []; params?: {} }
    'partner.banner.destroy': { paramsTuple?: []; params?: {} }
    'partner.verification.show': { paramsTuple?: []; params?: {} }
    'partner.verification.store': { paramsTuple?: []; params?: {} }
    'partner.verification_documents.show': { paramsTuple: [ParamValue]; params: {'documentId': ParamValue} }
    'partner.portfolio.index': { paramsTuple?: []; params?: {} }
    'partner.portfolio.store': { paramsTuple?: []; params?: {} }
    'partner.portfolio_order.update': { paramsTuple?: []; params?: {} }
    'partner.portfolio.update': { paramsTuple: [ParamValue]; params: {'entryId': ParamValue} }
    'partner.portfolio.destroy': { paramsTuple: [ParamValue]; params: {'entryId': ParamValue} }
    'admin.verifications.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.verification_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'partnerId': ParamValue,'documentId': ParamValue} }
    'admin.verifications.update': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.featured_partners.update': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'inquiries.store': { paramsTuple?: []; params?: {} }
    'inquiries.index': { paramsTuple?: []; params?: {} }
    'inquiries.show': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'inquiries.closures.store': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'inquiries.acceptances.store': { paramsTuple: [ParamValue,ParamValue]; params: {'inquiryId': ParamValue,'leadId': ParamValue} }
    'partner.leads.index': { paramsTuple?: []; params?: {} }
    'partner.leads.show': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'partner.leads.responses.store': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'partner.leads.refusals.store': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'admin.inquiries.index': { paramsTuple?: []; params?: {} }
    'admin.inquiries.matchings.store': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
  }
  GET: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'files.show': { paramsTuple: [ParamValue]; params: {'fileId': ParamValue} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
    'partners.index': { paramsTuple?: []; params?: {} }
    'partners.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.portfolio.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partner.profile.show': { paramsTuple?: []; params?: {} }
    'partner.verification.show': { paramsTuple?: []; params?: {} }
    'partner.verification_documents.show': { paramsTuple: [ParamValue]; params: {'documentId': ParamValue} }
    'partner.portfolio.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.verification_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'partnerId': ParamValue,'documentId': ParamValue} }
    'inquiries.index': { paramsTuple?: []; params?: {} }
    'inquiries.show': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'partner.leads.index': { paramsTuple?: []; params?: {} }
    'partner.leads.show': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'admin.inquiries.index': { paramsTuple?: []; params?: {} }
  }
  HEAD: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'files.show': { paramsTuple: [ParamValue]; params: {'fileId': ParamValue} }
    'auth.sessions.index': { paramsTuple?: []; params?: {} }
    'partners.index': { paramsTuple?: []; params?: {} }
    'partners.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partners.portfolio.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'partner.profile.show': { paramsTuple?: []; params?: {} }
    'partner.verification.show': { paramsTuple?: []; params?: {} }
    'partner.verification_documents.show': { paramsTuple: [ParamValue]; params: {'documentId': ParamValue} }
    'partner.portfolio.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.index': { paramsTuple?: []; params?: {} }
    'admin.verifications.show': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.verification_documents.show': { paramsTuple: [ParamValue,ParamValue]; params: {'partnerId': ParamValue,'documentId': ParamValue} }
    'inquiries.index': { paramsTuple?: []; params?: {} }
    'inquiries.show': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'partner.leads.index': { paramsTuple?: []; params?: {} }
    'partner.leads.show': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'admin.inquiries.index': { paramsTuple?: []; params?: {} }
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
    'partner.verification.store': { paramsTuple?: []; params?: {} }
    'partner.portfolio.store': { paramsTuple?: []; params?: {} }
    'inquiries.store': { paramsTuple?: []; params?: {} }
    'inquiries.acceptances.store': { paramsTuple: [ParamValue,ParamValue]; params: {'inquiryId': ParamValue,'leadId': ParamValue} }
    'partner.leads.responses.store': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
    'admin.inquiries.matchings.store': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
  }
  DELETE: {
    'auth.sessions.destroy': { paramsTuple: [ParamValue]; params: {'sessionId': ParamValue} }
    'partner.banner.destroy': { paramsTuple?: []; params?: {} }
    'partner.portfolio.destroy': { paramsTuple: [ParamValue]; params: {'entryId': ParamValue} }
  }
  PUT: {
    'partner.profile.update': { paramsTuple?: []; params?: {} }
    'partner.banner.update': { paramsTuple?: []; params?: {} }
    'partner.portfolio_order.update': { paramsTuple?: []; params?: {} }
    'partner.portfolio.update': { paramsTuple: [ParamValue]; params: {'entryId': ParamValue} }
    'admin.verifications.update': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'admin.featured_partners.update': { paramsTuple: [ParamValue]; params: {'partnerId': ParamValue} }
    'inquiries.closures.store': { paramsTuple: [ParamValue]; params: {'inquiryId': ParamValue} }
    'partner.leads.refusals.store': { paramsTuple: [ParamValue]; params: {'leadId': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}