/** What staff need to say what the platform keeps. */
export const PERMISSION = 'withdrawals.review'
