/*
 * What every request passes through, in this order; then the named middleware that routes ask for.
 */
import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'
import { asOne, shared } from '#core/http/shared_middleware'

server.errorHandler(() => import('#core/exceptions/handler'))

server.use([
  asOne(
    () => import('#core/middleware/request_context_middleware'),
    () => import('#core/middleware/published_spellings_middleware'),
    () => import('@adonisjs/cors/cors_middleware'),
    () => import('#impersonation/middleware/impersonation_middleware')
  ),
])

router.use([
  asOne(
    () => import('#impersonation/middleware/view_only_middleware'),
    () => import('#core/middleware/body_reading_middleware'),
    () => import('#core/middleware/body_shape_middleware')
  ),
])

const named = router.named({
  /** only these audiences; the `allow` macro of app/auth/access.ts asks for it */
  allow: () => import('#auth/middleware/allow_middleware'),
  /** so many requests per user and window */
  requestLimit: () => import('#auth/middleware/request_limit_middleware'),
  /** so many attempts per address and account */
  attemptLimit: () => import('#auth/middleware/attempt_limit_middleware'),
  /** a fresh proof that the session is its owner's; the `requireStepUp` macro asks for it */
  stepUp: () => import('#auth/middleware/step_up_middleware'),
  /** X-Dry-Run on the writes of staff */
  dryRun: () => import('#audit/middleware/dry_run_middleware'),
  /** Idempotency-Key on POST and PUT */
  idempotencyKey: () => import('#core/idempotency/idempotency_key_middleware'),
})

export const middleware = shared(named)
