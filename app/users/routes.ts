import { apiRoutes } from '#core/http/api_group'

apiRoutes(() => {})
