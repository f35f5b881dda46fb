/*
 * The table of contents: every top-level command with the module that fills it in. Only the module
 * of the command being run is loaded.
 */
import type { Command } from 'commander'
import type { Context } from './context.ts'

/** Adds arguments, flags, verbs and action to the empty command. */
export type Configure = (command: Command, context: Context) => void

export interface Entry {
  name: string
  summary: string
  /** Heading in `souk --help`. */
  group: string
  aliases?: string[]
  /** For programs: neither in help nor in `souk commands`. */
  hidden?: boolean
  load: () => Promise<{ default: Configure }>
}

const access = 'Login and environments:'
const market = 'Marketplace:'
const house = 'Running the place:'
const tools = 'Tools:'

export const entries: Entry[] = [
  {
    name: 'login',
    summary: 'log in and keep the tokens of a profile',
    group: access,
    load: () => import('./commands/login.ts'),
  },
  {
    name: 'logout',
    summary: 'revoke the login and forget it here',
    group: access,
    load: () => import('./commands/logout.ts'),
  },
  {
    name: 'whoami',
    summary: 'who is logged in, where, until when',
    group: access,
    load: () => import('./commands/whoami.ts'),
  },
  {
    name: 'auth',
    summary: 'where the login comes from, its token, its second factor',
    group: access,
    load: () => import('./commands/auth/index.ts'),
  },
  {
    name: 'profile',
    aliases: ['profiles'],
    summary: 'environments: local, staging, production',
    group: access,
    load: () => import('./commands/profile/index.ts'),
  },
  {
    name: 'partner',
    aliases: ['partners'],
    summary: 'verification of partners',
    group: market,
    load: () => import('./commands/partner/index.ts'),
  },
  {
    name: 'user',
    aliases: ['users', 'customer', 'customers'],
    summary: 'accounts of clients and partners',
    group: market,
    load: () => import('./commands/user/index.ts'),
  },
  {
    name: 'inquiry',
    aliases: ['inquiries'],
    summary: 'inquiries of clients, and whom they were offered to',
    group: market,
    load: () => import('./commands/inquiry/index.ts'),
  },
  {
    name: 'product',
    aliases: ['products', 'listing', 'listings'],
    summary: 'what partners sell: products, packages and events',
    group: market,
    load: () => import('./commands/product/index.ts'),
  },
  {
    name: 'order',
    aliases: ['orders'],
    summary: 'what clients have bought, and how far it is',
    group: market,
    load: () => import('./commands/order/index.ts'),
  },
  {
    name: 'coupon',
    aliases: ['coupons'],
    summary: 'discounts, and how often they were used',
    group: market,
    load: () => import('./commands/coupon/index.ts'),
  },
  {
    name: 'review',
    aliases: ['reviews'],
    summary: 'what clients say, and what of it stays',
    group: market,
    load: () => import('./commands/review/index.ts'),
  },
  {
    name: 'commission',
    summary: 'what the platform keeps of a sale',
    group: market,
    load: () => import('./commands/commission/index.ts'),
  },
  {
    name: 'payment',
    aliases: ['payments'],
    summary: 'payments of clients, and our books against the gateways',
    group: market,
    load: () => import('./commands/payment/index.ts'),
  },
  {
    name: 'link',
    aliases: ['links'],
    summary: 'links by which somebody pays',
    group: market,
    load: () => import('./commands/link/index.ts'),
  },
  {
    name: 'refund',
    aliases: ['refunds'],
    summary: 'money that goes back to clients',
    group: market,
    load: () => import('./commands/refund/index.ts'),
  },
  {
    name: 'dispute',
    aliases: ['disputes'],
    summary: 'disagreements about orders, and charge-backs',
    group: market,
    load: () => import('./commands/dispute/index.ts'),
  },
  {
    name: 'withdrawal',
    aliases: ['withdrawals'],
    summary: 'money that partners take out',
    group: market,
    load: () => import('./commands/withdrawal/index.ts'),
  },
  {
    name: 'category',
    aliases: ['categories'],
    summary: 'the tree of services',
    group: market,
    load: () => import('./commands/category/index.ts'),
  },
  {
    name: 'location',
    aliases: ['locations'],
    summary: 'cities that can be chosen',
    group: market,
    load: () => import('./commands/location/index.ts'),
  },
  {
    name: 'region',
    aliases: ['regions'],
    summary: 'currency, tax and limits per region',
    group: market,
    load: () => import('./commands/region/index.ts'),
  },
  {
    name: 'stats',
    summary: 'the state of the marketplace on one screen',
    group: house,
    load: () => import('./commands/stats.ts'),
  },
  {
    name: 'integrity',
    summary: 'whether money, stock and orders add up',
    group: house,
    load: () => import('./commands/integrity.ts'),
  },
  {
    name: 'admin',
    aliases: ['admins', 'staff'],
    summary: 'staff accounts and their roles',
    group: house,
    load: () => import('./commands/admin/index.ts'),
  },
  {
    name: 'impersonate',
    summary: 'see what a client or partner sees: read-only, logged, short',
    group: house,
    load: () => import('./commands/impersonate/index.ts'),
  },
  {
    name: 'audit',
    summary: 'who did what to whom',
    group: house,
    load: () => import('./commands/audit/index.ts'),
  },
  {
    name: 'job',
    aliases: ['jobs'],
    summary: 'background jobs',
    group: house,
    load: () => import('./commands/job/index.ts'),
  },
  {
    name: 'schedule',
    aliases: ['schedules'],
    summary: 'what runs by itself, and when it ran',
    group: house,
    load: () => import('./commands/schedule/index.ts'),
  },
  {
    name: 'webhook',
    aliases: ['webhooks'],
    summary: 'messages of the payment gateways',
    group: house,
    load: () => import('./commands/webhook/index.ts'),
  },
  {
    name: 'api',
    summary: 'call any endpoint with this login',
    group: tools,
    load: () => import('./commands/api/index.ts'),
  },
  {
    name: 'health',
    summary: 'state of the server and of what it depends on',
    group: tools,
    load: () => import('./commands/health.ts'),
  },
  {
    name: 'doctor',
    summary: 'check this computer: config, login, network, terminal',
    group: tools,
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'run',
    aliases: ['runs'],
    summary: 'journals of bulk runs on this computer',
    group: tools,
    load: () => import('./commands/run/index.ts'),
  },
  {
    name: 'config',
    summary: 'settings of this tool',
    group: tools,
    load: () => import('./commands/config/index.ts'),
  },
  {
    name: 'completion',
    summary: 'script for completion by Tab',
    group: tools,
    load: () => import('./commands/completion.ts'),
  },
  {
    name: 'commands',
    summary: 'every command there is, for people and programs',
    group: tools,
    load: () => import('./commands/commands.ts'),
  },
  {
    name: 'version',
    summary: 'version of this tool, and of the server',
    group: tools,
    load: () => import('./commands/version.ts'),
  },
  {
    name: 'help',
    summary: 'help on a command or a topic',
    group: tools,
    load: () => import('./commands/help.ts'),
  },
  {
    name: 'complete',
    summary: 'answers the completion scripts',
    group: tools,
    hidden: true,
    load: () => import('./commands/complete.ts'),
  },
]
