/** What staff need for withdrawals. */
export const PERMISSION = 'withdrawals.review'

export const PATH = '/admin/withdrawals/:id'
