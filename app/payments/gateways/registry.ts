/*
 * The gateways of this installation: PAYMENT_GATEWAYS names them, and a driver's module (with its
 * vendor's SDK) is imported when it is first called.
 */
import env from '#start/env'
import { GatewayHasNoPage, GatewayNotEnabled } from '#payments/errors'
import type { Gateway, GatewayName } from '#payments/gateways/gateway'
import { guard } from '#payments/gateways/guard'

type Import = () => Promise<{ default: new () => Gateway }>

const drivers: Record<GatewayName, Import> = {
  sandbox: () => import('#payments/gateways/sandbox'),
  stripe: () => import('#payments/gateways/stripe'),
  paypal: () => import('#payments/gateways/paypal'),
  razorpay: () => import('#payments/gateways/razorpay'),
}

/** They take payments in the client's app only: nothing of theirs has an address for a link. */
const WITHOUT_PAGE: GatewayName[] = ['razorpay']

const loaded = new Map<GatewayName, Promise<Gateway>>()
const swapped = new Map<GatewayName, Gateway>()

/** Those that clients may choose. */
export function enabledGateways(): GatewayName[] {
  return [...new Set([...env.get('PAYMENT_GATEWAYS'), ...swapped.keys()])]
}

/** @throws GatewayNotEnabled (422) for one that this installation does not have */
export function assertEnabled(name: GatewayName) {
  if (!enabledGateways().includes(name)) throw new GatewayNotEnabled(enabledGateways())
}

/** The first that has pages of its own; any other when none has. */
export function defaultPageGateway(): GatewayName {
  const enabled = enabledGateways()
  return enabled.find((name) => !WITHOUT_PAGE.includes(name)) ?? enabled[0]
}

/** @throws GatewayHasNoPage (409) for one that takes payments in an app only */
export function assertHasPage(name: GatewayName) {
  if (WITHOUT_PAGE.includes(name)) throw new GatewayHasNoPage(name)
}

/**
 * One gateway, guarded (gateways/guard.ts). Also one that is switched off by now: what was paid
 * through it may still be polled and refunded.
 */
export async function gateway(name: GatewayName): Promise<Gateway> {
  const stand = swapped.get(name)
  if (stand) return stand
  const known = loaded.get(name)
  if (known) return known
  const driver = load(name)
  loaded.set(name, driver)
  driver.catch(() => loaded.delete(name))
  return driver
}

async function load(name: GatewayName): Promise<Gateway> {
  const { default: Driver } = await drivers[name]()
  return guard(new Driver())
}

/** Puts another driver in a gateway's place; for tests. @returns how to undo it */
export function swapGateway(driver: Gateway, options: { timeout?: number } = {}): () => void {
  swapped.set(driver.name, guard(driver, options.timeout))
  return () => swapped.delete(driver.name)
}
