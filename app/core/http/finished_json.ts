import { HttpContext } from '@adonisjs/core/http'

/** An answer that was turned into text already; `T` is what it was made from. */
export interface FinishedJson<T> {
  text: string
  /** never there: it carries the type to the documentation of the API */
  madeFrom?: T
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Answers with text that is JSON already. */
    sendJson<T>(json: FinishedJson<T>): T
  }
}

HttpContext.instanceProperty(
  'sendJson',
  function (this: HttpContext, json: FinishedJson<any>): any {
    this.response.type('json').send(json.text)
  }
)
