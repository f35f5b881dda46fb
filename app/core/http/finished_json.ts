import { HttpContext, HttpResponse } from '@adonisjs/core/http'

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

/**
 * The framework writes JSON by hand, so that circles and BigInts do no harm; our answers have neither
 * (a BigInt would be a bug, and is an error then), and the engine is several times as fast.
 */
const response = HttpResponse.prototype as unknown as {
  writeBody(this: HttpResponse, content: unknown, ...rest: unknown[]): void
}
const { writeBody } = response
response.writeBody = function (content, ...rest) {
  if (!isPlain(content)) return writeBody.call(this, content, ...rest)
  this.safeHeader('Content-Type', 'application/json; charset=utf-8')
  return writeBody.call(this, JSON.stringify(content), ...rest)
}

function isPlain(content: unknown): content is object {
  if (typeof content !== 'object' || content === null) return false
  return Array.isArray(content) || Object.getPrototypeOf(content) === Object.prototype
}
