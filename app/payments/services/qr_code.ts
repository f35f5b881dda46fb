import qrcode from 'qrcode'

export interface QrCode {
  /** data:image/png;base64,... */
  png: string
  /** <svg ...> */
  svg: string
}

/** what smears a tenth of it leaves it readable */
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const
const PNG = { ...OPTIONS, type: 'png', width: 480 } as const

/** Draws a text in both ways. */
export async function drawQrCode(text: string): Promise<QrCode> {
  const png = await drawPng(text)
  return { png: `data:image/png;base64,${png.toString('base64')}`, svg: await drawSvg(text) }
}

/** Draws a text as the bytes of a PNG. */
export function drawPng(text: string): Promise<Buffer> {
  return qrcode.toBuffer(text, PNG)
}

/** Draws a text as SVG. */
export function drawSvg(text: string): Promise<string> {
  return qrcode.toString(text, { ...OPTIONS, type: 'svg' })
}
