/*
 * Who reacts to what. A listener is named as the worker knows it: <domain>.<file name>.
 */
import { react } from '#core/outbox/registry'
import InquiryExpired from '#inquiries/events/inquiry_expired'
import InquirySubmitted from '#inquiries/events/inquiry_submitted'
import LeadEnded from '#inquiries/events/lead_ended'
import LeadOffered from '#inquiries/events/lead_offered'
import LeadQuoted from '#inquiries/events/lead_quoted'
import QuoteAccepted from '#inquiries/events/quote_accepted'
import ReviewPublished from '#reviews/events/review_published'
import GatewayPayoutReported from '#payments/events/gateway_payout_reported'
import UserRegistered from '#users/events/user_registered'
import WithdrawalDecided from '#withdrawals/events/withdrawal_decided'
import WithdrawalRequested from '#withdrawals/events/withdrawal_requested'

react(UserRegistered, { within: ['partners.open_partner_profile'] })

react(InquirySubmitted, { later: ['inquiries.confirm_inquiry'] })
react(LeadOffered, { later: ['inquiries.tell_partner_of_lead'] })
react(LeadQuoted, { later: ['inquiries.tell_client_of_quote'] })
react(LeadEnded, { later: ['inquiries.tell_partner_of_end'] })
react(QuoteAccepted, { later: ['inquiries.tell_partner_of_acceptance'] })
react(InquiryExpired, { later: ['inquiries.tell_client_of_expiry'] })

react(ReviewPublished, { later: ['reviews.tell_partner_of_review'] })
react(GatewayPayoutReported, { within: ['withdrawals.apply_payout_news'] })
react(WithdrawalRequested, { later: ['withdrawals.tell_partner'] })
react(WithdrawalDecided, { later: ['withdrawals.tell_partner'] })
