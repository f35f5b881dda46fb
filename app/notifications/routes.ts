import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { apiRoutes } from '#core/http/api_group'

const { Notifications, NotificationReadings, OwnMessages } = controllers.notifications

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
  router
    .get('/user/email-logs', [OwnMessages, 'emails'])
    .as('notifications.own_messages.emails')
    .allow('user')
  router
    .get('/user/sms-logs', [OwnMessages, 'texts'])
    .as('notifications.own_messages.texts')
    .allow('user')
})
