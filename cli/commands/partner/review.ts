import { defineReview } from '../../define/review.ts'
import { pathWithId } from '../../ids.ts'
import { cleanLine } from '../../output/clean.ts'
import { PERMISSION, WAITING, partnerFile } from './shared.ts'
import type { Context } from '../../context.ts'
import type { Row } from '../../output/columns.ts'

export default defineReview({
  summary: 'decide on the queue by keyboard, one by one',
  permission: PERMISSION,
  examples: [
    { what: 'a approve, r reject, s skip, o documents, q quit', line: 'souk partner review' },
  ],
  hint: 'souk partner approve --from FILE and souk partner reject --from FILE work without one',
  queue: { path: '/admin/verifications', query: { status: WAITING } },
  idOf: ({ partnerId }) => String(partnerId),
  pathOf: (id) => pathWithId('/admin/verifications/:id', id),
  page: partnerFile,
  nameOf: ({ partner }) => (partner as Row)?.businessName,
  accept: { key: 'a', label: '[a]pprove', outcome: 'approved' },
  refuse: { key: 'r', label: '[r]eject', outcome: 'rejected' },
  request: (id, accepts, reason) => ({
    method: 'PUT',
    path: pathWithId('/admin/verify/:id', id),
    body: { decision: accepts ? 'approve' : 'reject', reason },
  }),
  look: { key: 'o', label: 'd[o]cuments', run: listDocuments },
})

function listDocuments(context: Context, partnerId: string, file: Row): void {
  const documents = partnerFile.sections[1].rows(file)
  if (documents.length === 0) context.talk.line('there are no documents')
  for (const { id, kind, fileName } of documents) {
    const what = `${cleanLine(String(kind))}  ${cleanLine(String(fileName))}`
    context.talk.line(`${what}  souk partner document ${partnerId} ${cleanLine(String(id))}`)
  }
}
