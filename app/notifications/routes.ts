import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

const { Notifications, NotificationReadings } = controllers.notifications

apiRoutes(() => {
  router
    .get('/user/notifications', [Notifications, 'index'])
    .as('notifications.index')
    .allow('user')
    .viewable()
  router
    .put('/user/notifications/:notificationId/read', [NotificationReadings, 'update'])
    .as('notifications.readings.update')
    .allow('user')
})
