import env from '#start/env'

/** Somebody's browser: follows redirects, keeps cookies by origin, and fills in log-in forms. */
export class Browser {
  #jars = new Map<string, Map<string, string>>()

  /** One request, with this browser's cookies; redirects are not followed. */
  async ask(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url)
    const jar = this.#jars.get(origin) ?? new Map<string, string>()
    this.#jars.set(origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as object), ...(cookie && { cookie }) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s)
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  cookieNames(origin: string): string[] {
    return [...(this.#jars.get(origin)?.keys() ?? [])]
  }

  /**
   * Goes to an address and on from there, logging in as `login` where a form asks for it, until the
   * browser is sent to an address that `isThere` takes for the end.
   *
   * @returns that address; or, when nothing leads on, the last answer
   */
  async walk(
    from: string | URL,
    login: string,
    isThere: (url: URL) => boolean = isFrontEnd
  ): Promise<{ url: URL; response: Response }> {
    let url = new URL(from)
    let init: RequestInit = {}
    for (let step = 0; step < 20; step++) {
      const response = await this.ask(url, init)
      init = {}
      const location = response.headers.get('location')
      if (location) {
        url = new URL(location, url)
        if (isThere(url)) return { url, response }
        continue
      }
      const form = /<form[^>]*action="([^"]+)"/.exec(
        response.ok ? await response.clone().text() : ''
      )
      if (!form) return { url, response }
      const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())![1]
      url = new URL(form[1], url)
      init = { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'x' }) }
    }
    throw new Error(`no end of redirects at ${url}`)
  }
}

export const isFrontEnd = (url: URL) => url.href.startsWith(env.get('CLIENT_URL'))
/** Where a program on this computer waits for the browser. */
export const isTerminal = (url: URL) =>
  url.hostname === '127.0.0.1' && url.pathname === '/souk/login'
export const isCallback = (url: URL) => url.pathname.endsWith('/callback') && !isFrontEnd(url)
