/*
 * Requests as bytes, for what fetch refuses to send.
 */
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'

export interface RawCall {
  host: string
  port: number
  method: string
  /** with the query, already encoded */
  path: string
  headers: Record<string, string>
  body?: string | Buffer
}

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Sends one request; again, as every client does, when the idle connection it took was just closed. */
export async function sendRaw(call: RawCall, agent: Agent): Promise<RawAnswer> {
  try {
    return await sendOnce(call, agent)
  } catch (error) {
    if (!(error as { onReusedSocket?: boolean }).onReusedSocket) throw error
    return sendOnce(call, new Agent())
  }
}

function sendOnce({ body, headers, ...call }: RawCall, agent: Agent): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    // node frames the body of a DELETE only when it is told to
    const framing = body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }
    const request = httpRequest({ ...call, agent, headers: { ...framing, ...headers } })
    request.once('error', (error) =>
      reject(Object.assign(error, { onReusedSocket: request.reusedSocket }))
    )
    request.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        })
      )
    })
    request.end(body)
  })
}
