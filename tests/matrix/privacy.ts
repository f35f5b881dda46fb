import { newId } from '#core/support/ids'
import { PASSWORD } from '#tests/helpers/actors'
import { asActor } from '#tests/helpers/marketplace'
import { makeExport } from '#tests/helpers/privacy'
import { EVERYBODY_LOGGED_IN, type MatrixRow } from '#tests/matrix/row'
import RequestExport from '#privacy/actions/request_export'

const allow = EVERYBODY_LOGGED_IN
const object = { param: 'exportId', missing: newId('export'), owned: true }

export const rows: MatrixRow[] = [
  { route: 'privacy.exports.store', allow, success: 202, request: async () => ({}) },
  { route: 'privacy.exports.index', allow, success: 200, request: async () => ({}) },
  {
    route: 'privacy.exports.show',
    allow,
    success: 200,
    async request(caller) {
      const { id } = await new RequestExport().execute({ actor: asActor(caller) })
      return { params: { exportId: id } }
    },
    object,
  },
  {
    route: 'privacy.export_downloads.show',
    allow,
    success: 200,
    request: async (caller) => ({ params: { exportId: await makeExport(caller) } }),
    object,
  },
  {
    route: 'privacy.accounts.destroy',
    allow: ['client', 'partner'],
    success: 204,
    request: async ({ user }) => ({ body: { password: PASSWORD, confirm: user.email! } }),
  },
]
