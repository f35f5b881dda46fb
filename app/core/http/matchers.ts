import router from '@adonisjs/core/services/router'
import { ID_PREFIXES, idPattern, type IdKind } from '#core/support/ids'

/*
 * A parameter named after a kind of object only matches an id of that kind, in every route: a path
 * like /orders/export can never be taken for an order, and a malformed id is a plain 404.
 */
for (const kind of Object.keys(ID_PREFIXES) as IdKind[]) router.where(`${kind}Id`, idPattern(kind))

/* the documents call the accounts of clients and partners customers */
router.where('customerId', idPattern('user'))
