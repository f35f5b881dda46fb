/*
 * The framework makes, injects and awaits a new instance of every middleware for every request, which
 * costs more than most of ours do. These make each once, for ours keep nothing between requests.
 */
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { LazyImport } from '@adonisjs/core/types/common'
import type { NextFn } from '@adonisjs/core/types/http'

interface Handler {
  handle(ctx: HttpContext, next: NextFn, args?: any): unknown
}

type Load = LazyImport<new (...args: any[]) => Handler>

async function make(load: Load): Promise<Handler> {
  const { default: Middleware } = await load()
  return app.container.make(Middleware)
}

/** Several middleware, in this order, as one. */
export function asOne(...loads: Load[]): LazyImport<new () => Handler> {
  return async () => {
    const steps = await Promise.all(loads.map(make))
    return {
      default: class {
        handle(ctx: HttpContext, next: NextFn) {
          const from = (position: number): unknown => {
            if (position === steps.length) return next()
            try {
              return steps[position].handle(ctx, () => from(position + 1))
            } catch (error) {
              return Promise.reject(error)
            }
          }
          return from(0)
        }
      },
    }
  }
}

/** What `router.named` made, with one instance of each for all requests and routes. */
export function shared<T extends Record<string, (...args: any[]) => { reference: unknown }>>(
  named: T
): T {
  const wrapped = Object.entries(named).map(([name, refer]) => [name, sharing(refer)])
  return Object.fromEntries(wrapped)
}

function sharing(refer: (...args: any[]) => { reference: unknown }) {
  let made: Handler | undefined
  return (...args: unknown[]) => {
    const reference = refer(...args)
    return {
      ...reference,
      async handle(_: unknown, ctx: HttpContext, next: NextFn, given: unknown) {
        // a file that is edited while the server runs replaces its module
        if (!made || 'hot' in import.meta) made = await make(reference.reference as Load)
        return made.handle(ctx, next, given)
      },
    }
  }
}
