import router from '@adonisjs/core/services/router'

/** Everything lives under /api/v1. */
export function apiRoutes(define: () => void) {
  router.group(define).prefix('/api/v1')
}
