/*
 * Web hooks, each five times and in any order, while processes die: each has one effect. Forged ones
 * have none.
 */
import { Kills } from '../kills.js'
import { until } from '../processes.js'
import { check } from '../supervisor.js'
import { count, customerOf, SIZE, type Shop } from './open_shop.js'
import {
  deliver,
  DELIVERIES,
  forgeriesOf,
  lostHooks,
  paidInSilence,
  sendHook,
} from './web_hooks.js'

const KILLS = Math.ceil(SIZE.kills / 4)

export async function hooking(shop: Shop) {
  const { market, clock, opening, urls, victims } = shop
  const staff = customerOf(shop, opening.admins[0])
  const payer = customerOf(shop, opening.buyers[0])
  const paymentIds = await paidInSilence(staff, payer, SIZE.hooks)
  const captured = `SELECT COUNT(*) AS n FROM sandbox_objects WHERE status = 'captured'`
  const hasMoney = async () => (await count(shop, captured)) === SIZE.hooks
  await until('the gateway has the money', hasMoney, 120_000)
  const hooks = await lostHooks(market, paymentIds)
  const stored = () => count(shop, 'SELECT COUNT(*) AS n FROM webhook_events')

  const forged = hooks.slice(0, SIZE.forged).flatMap((raw) => forgeriesOf(raw, clock.now()))
  const answers = await Promise.all(forged.map((hook, n) => sendHook(urls[n % urls.length], hook)))
  const isRefused = answers.every((status) => status === 400) && (await stored()) === 0
  check('no forged web hook is taken', isRefused, `${forged.length} sent`)

  const kills = new Kills(victims, KILLS, DELIVERIES * hooks.length, clock)
  const failed = await deliver(shop, hooks, (taken) => kills.reached(taken))
  const killed = await kills.ended()
  const isStored = (await stored()) === SIZE.hooks
  check('every web hook is stored once', isStored, `${killed} kills, ${failed} tries failed`)
  await checkEffects(shop)
}

async function checkEffects(shop: Shop) {
  const booked = () =>
    count(shop, `SELECT COUNT(*) AS n FROM ledger_transactions WHERE kind = 'link_captured'`)
  const waiting = `SELECT COUNT(*) AS n FROM webhook_events WHERE state <> 'done'`
  await until('all web hooks are handled', async () => (await count(shop, waiting)) === 0, 120_000)
  const paid = await count(shop, `SELECT COUNT(*) AS n FROM payment_links WHERE status = 'paid'`)
  const effects = await booked()
  const isOnce = effects === SIZE.hooks && paid === SIZE.hooks
  check('every web hook has one effect', isOnce, `${effects} of ${DELIVERIES * SIZE.hooks} sent`)
}
