import { defineReview } from '../../define/review.ts'
import { pathWithId } from '../../ids.ts'
import { MODERATION, PERMISSION, listingPage, listingPath } from './shared.ts'

export default defineReview({
  summary: 'look at what waits by keyboard, one by one',
  permission: PERMISSION,
  examples: [{ what: 'a approve, h hide, s skip, q quit', line: 'souk product review' }],
  hint: 'souk product approve --from FILE and souk product hide --from FILE work without one',
  queue: { path: '/admin/listings', query: { moderation: 'pending' } },
  idOf: ({ id }) => String(id),
  pathOf: (id) => pathWithId(listingPath(id), id),
  page: listingPage,
  nameOf: ({ title }) => title,
  accept: { key: 'a', label: '[a]pprove', outcome: 'approved' },
  refuse: { key: 'h', label: '[h]ide', outcome: 'hidden' },
  request: (id, accepts, reason) => ({
    method: 'PUT',
    path: pathWithId(MODERATION, id),
    body: { decision: accepts ? 'approve' : 'hide', reason },
  }),
})
