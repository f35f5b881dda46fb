import qrcode from 'qrcode'

export interface QrCode {
  /** data:image/png;base64,... */
  png: string
  /** <svg ...> */
  svg: string
}

/** Draws a text; what smears a tenth of it leaves it readable. */
export async function drawQrCode(text: string): Promise<QrCode> {
  const options = { errorCorrectionLevel: 'M', margin: 4 } as const
  return {
    png: await qrcode.toDataURL(text, { ...options, type: 'image/png', width: 480 }),
    svg: await qrcode.toString(text, { ...options, type: 'svg' }),
  }
}
