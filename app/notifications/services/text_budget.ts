/*
 * Texts cost money, and whoever has many addresses can ask for many: all that this installation sends
 * in a day (UTC) is capped by SMS_DAILY_MAX, counted across all processes.
 */
import env from '#start/env'
import logger from '@adonisjs/core/services/logger'
import { write } from '#core/database/write'
import { countUse } from '#core/limits/usage_cap'
import { NotToBeSent } from '#notifications/services/delivery_log'

/** usage_counters are about persons; this one is about nobody */
const EVERYBODY = 'everybody'

/**
 * Takes one text from today's budget, before it is sent: a try that fails may have cost as much.
 *
 * @throws NotToBeSent when the budget is used up; the first such text of a day is logged
 */
export async function takeText() {
  const max = env.get('SMS_DAILY_MAX')
  const verdict = await write(async (trx) => {
    if (await countUse(trx, { kind: 'texts', max, per: 'day' }, EVERYBODY)) return 'taken'
    const isNews = await countUse(trx, { kind: 'texts_over', max: 1, per: 'day' }, EVERYBODY)
    return isNews ? 'first refused' : 'refused'
  })
  if (verdict === 'taken') return
  if (verdict === 'first refused')
    logger.error({ max }, 'SMS_DAILY_MAX is reached: no more texts leave until tomorrow (UTC)')
  throw new NotToBeSent(`not sent: the ${max} texts of this day (SMS_DAILY_MAX) are used up`)
}
