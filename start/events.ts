/*
 * Who reacts to what. A listener is named as the worker knows it: <domain>.<file name>.
 */
import { react } from '#core/outbox/registry'
import AccountStatusChanged from '#auth/events/account_status_changed'
import InquiryExpired from '#inquiries/events/inquiry_expired'
import InquirySubmitted from '#inquiries/events/inquiry_submitted'
import LeadEnded from '#inquiries/events/lead_ended'
import LeadOffered from '#inquiries/events/lead_offered'
import LeadQuoted from '#inquiries/events/lead_quoted'
import QuoteAccepted from '#inquiries/events/quote_accepted'
import OrderCancelled from '#orders/events/order_cancelled'
import OrderExpired from '#orders/events/order_expired'
import OrderPaid from '#orders/events/order_paid'
import OrderPlaced from '#orders/events/order_placed'
import PartAdvanced from '#orders/events/part_advanced'
import PartCancelled from '#orders/events/part_cancelled'
import GatewayPayoutReported from '#payments/events/gateway_payout_reported'
import GatewayDisputeReported from '#payments/events/gateway_dispute_reported'
import GatewayRefundReported from '#payments/events/gateway_refund_reported'
import PaymentUnfulfillable from '#payments/events/payment_unfulfillable'
import DisputeOpened from '#refunds/events/dispute_opened'
import DisputeResolved from '#refunds/events/dispute_resolved'
import RefundAskedFor from '#refunds/events/refund_asked_for'
import RefundFailed from '#refunds/events/refund_failed'
import RefundRequestDecided from '#refunds/events/refund_request_decided'
import RefundRequestAnswered from '#refunds/events/refund_request_answered'
import RefundRequested from '#refunds/events/refund_requested'
import RefundSucceeded from '#refunds/events/refund_succeeded'
import PaymentCaptured from '#payments/events/payment_captured'
import PaymentFailed from '#payments/events/payment_failed'
import PartnerStatusChanged from '#partners/events/partner_status_changed'
import RegionChanged from '#regions/events/region_changed'
import ReviewPublished from '#reviews/events/review_published'
import UserRegistered from '#users/events/user_registered'
import WithdrawalDecided from '#withdrawals/events/withdrawal_decided'
import WithdrawalRequested from '#withdrawals/events/withdrawal_requested'

react(AccountStatusChanged, {
  within: ['impersonation.follow_account', 'partners.follow_account'],
})
react(UserRegistered, { within: ['partners.open_partner_profile'] })

react(InquirySubmitted, { later: ['inquiries.confirm_inquiry'] })
react(LeadOffered, { later: ['inquiries.tell_partner_of_lead'] })
react(LeadQuoted, { later: ['inquiries.tell_client_of_quote'] })
react(LeadEnded, { later: ['inquiries.tell_partner_of_end'] })
react(QuoteAccepted, {
  within: ['orders.place_quote_order'],
  later: ['inquiries.tell_partner_of_acceptance'],
})
react(InquiryExpired, { later: ['inquiries.tell_client_of_expiry'] })

react(OrderPlaced, { later: ['orders.tell_client_of_manual_order'] })
react(OrderPaid, {
  later: [
    'orders.confirm_order',
    'orders.tell_partners_of_order',
    'orders.render_invoice',
    'orders.count_sold',
    'payments.close_links_of_order',
  ],
})
react(OrderExpired, {
  later: [
    'orders.tell_client_of_end',
    'payments.cancel_payments_of_order',
    'payments.close_links_of_order',
  ],
})
react(OrderCancelled, {
  later: [
    'orders.tell_client_of_end',
    'payments.cancel_payments_of_order',
    'payments.close_links_of_order',
  ],
})
react(PartAdvanced, { later: ['orders.tell_of_step'] })
react(PartCancelled, {
  later: ['orders.tell_of_cancelled_part', 'refunds.refund_cancelled_part'],
})
react(PaymentCaptured, { later: ['payments.log_to_sheet'] })
react(PaymentFailed, { later: ['payments.tell_client_of_failure'] })
react(GatewayPayoutReported, { within: ['withdrawals.apply_payout_news'] })
react(WithdrawalRequested, { later: ['withdrawals.tell_partner'] })
react(WithdrawalDecided, { later: ['withdrawals.tell_partner'] })

react(PaymentUnfulfillable, { within: ['refunds.return_late_payment'] })
react(GatewayRefundReported, { within: ['refunds.apply_refund_news'] })
react(GatewayDisputeReported, { within: ['refunds.apply_dispute_news'] })
react(RefundRequested, { later: ['refunds.tell_partners_of_refund'] })
react(RefundSucceeded, { later: ['refunds.tell_client_of_refund'] })
react(RefundFailed, {
  later: ['refunds.tell_partners_of_refund', 'refunds.tell_client_of_failed_refund'],
})
react(RefundAskedFor, { later: ['refunds.tell_partner_of_request'] })
react(RefundRequestAnswered, { later: ['refunds.tell_client_of_answer'] })
react(RefundRequestDecided, { later: ['refunds.tell_partner_of_decision'] })
react(DisputeOpened, { later: ['refunds.tell_of_dispute'] })
react(DisputeResolved, { later: ['refunds.tell_of_dispute'] })
react(PartnerStatusChanged, { within: ['catalogue.show_partner_listings'] })
react(RegionChanged, { within: ['catalogue.forget_public_answers'] })
react(ReviewPublished, { later: ['reviews.tell_partner_of_review'] })
